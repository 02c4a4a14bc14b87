/**
 * Signatures over documents, together with the certificates they were made under.
 *
 * <p>Promise: one answer for both halves, the signature and its signer's certificate at the moment
 * asked about, recorded durably before it leaves. Refuses: to take the word of a signature for when
 * it was made.
 */
@NullMarked
package cn.trustregistry.signature;

import org.jspecify.annotations.NullMarked;
