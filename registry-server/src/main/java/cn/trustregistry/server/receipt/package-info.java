/**
 * The verifier of receipts that needs no running server.
 *
 * <p>Promise: says in words what a receipt proves, from the receipt, a file of public keys and
 * nothing else. Refuses: the network and the database.
 */
@NullMarked
package cn.trustregistry.server.receipt;

import org.jspecify.annotations.NullMarked;
