/**
 * What Chinese certificates have of their own: pairs of certificates for signing and encryption
 * (GB/T 20518), and the unified social credit code of the holder (GB 32100) in the place each CA
 * puts it.
 *
 * <p>Promise: a code is handed on only if its check character is right and the certificate does not
 * contradict itself. Refuses: to guess a holder from anything but the places the tenant has named.
 */
@NullMarked
package cn.trustregistry.pki.gm;

import org.jspecify.annotations.NullMarked;
