/**
 * A receipt: a verdict that the registry signed, as a text that anybody can verify years later with
 * nothing but the registry's public keys (docs/receipts.md).
 *
 * <p>Promise: what is called proven was signed by a key of the set, with the algorithm that key is
 * for; the answer depends on the text, the keys and the anchors handed in and on nothing else.
 * Refuses: unsigned receipts, keys that a receipt brings along, the database and the network. It
 * knows the JDK, Bouncy Castle and Nimbus JOSE only, so that the verifier runs without a server.
 */
@NullMarked
package cn.trustregistry.receipt;

import org.jspecify.annotations.NullMarked;
