/**
 * Receipts of this registry: its keys, signing, keeping, and time-stamps.
 *
 * <p>Promise: a receipt is made from the durable record alone, is signed once and is the same ever
 * after; its key is never forgotten. Refuses: to sign for another centre than the one that asked,
 * and to let a time-stamping authority hold up an answer.
 */
@NullMarked
package cn.trustregistry.receipt.issuing;

import org.jspecify.annotations.NullMarked;
