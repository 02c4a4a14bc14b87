/**
 * Certificate policies along a path (RFC 5280 6.1 with the policy graph of RFC 9618).
 *
 * <p>Promise: the answer of the policy tree of RFC 5280 in time and space that grow with the size
 * of the certificates and not with the number of ways through them. Refuses: to look at anything
 * but policies.
 */
@NullMarked
package cn.trustregistry.pki.policy;

import org.jspecify.annotations.NullMarked;
