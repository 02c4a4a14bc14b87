/**
 * Signatures over documents: raw ones, CMS SignedData (RFC 5652) and the SM2 signed data of GB/T
 * 35275.
 *
 * <p>Promise: nothing passes that was not verified over exactly the content that was given, with
 * the key of a named certificate. Refuses: to judge the certificate, which is the business of the
 * path, and to trust the time that a signature claims.
 */
@NullMarked
package cn.trustregistry.pki.signature;

import org.jspecify.annotations.NullMarked;
