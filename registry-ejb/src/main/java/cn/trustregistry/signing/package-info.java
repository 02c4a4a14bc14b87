/**
 * Keys that sign in a certificate's name: OCSP responses and trust lists.
 *
 * <p>Promise: a private key is sealed before it is stored, and a new certificate of the registry is
 * published a month before it signs. Refuses: to hand out a private key but to what signs here.
 */
@NullMarked
package cn.trustregistry.signing;

import org.jspecify.annotations.NullMarked;
