/**
 * OCSP responses as evidence (RFC 6960): pushed by CA companies, or fetched from the responder that
 * two admins approved for the company.
 *
 * <p>Promise: a response is checked, stored as received, audited and in force before anything is
 * decided from it, so that the verdict can be given again. Asking a responder ends within its time
 * limit; one that keeps failing is left alone for a while and disturbs no other company.
 *
 * <p>Refuses: to ask any URL but the approved one, to follow a redirect, to take a response without
 * our nonce (RFC 9654), and to make anything good: without a response the engine says so.
 */
@NullMarked
package cn.trustregistry.ocsp;

import org.jspecify.annotations.NullMarked;
