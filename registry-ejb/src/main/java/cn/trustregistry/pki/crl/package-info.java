/**
 * Certificate revocation lists: reading them, looking serial numbers up in them, and deciding
 * whether to take one in.
 *
 * <p>Promise: a list of any size is read in one pass through constant memory, every octet of it is
 * either understood or the list is refused, and a look-up never errs: neither a false "listed" nor
 * a false "not listed".
 *
 * <p>Refuses: to say whether a certificate is revoked (that is {@code
 * cn.trustregistry.pki.revocation}), to fetch, to store, and to look at a clock.
 *
 * <p>The signature is checked in the same pass that reads the list: whoever reads names the keys
 * that may have signed for its issuer, and the list remembers which of them did. A digest made
 * beforehand would not do, because an SM2 signature hashes the signer's own key before the content
 * (GM/T 0003.2 section 5.5), and keeping the content would cost as much heap as the list is long.
 */
@NullMarked
package cn.trustregistry.pki.crl;

import org.jspecify.annotations.NullMarked;
