/**
 * The replacement ledger (更换台账): which certificate took the place of which, and on what terms.
 *
 * <p>Promise: same holder, remaining validity kept, keys handled as said, one free replacement of a
 * legacy certificate over all companies; both sides can read the proof. Refuses: to shorten, to
 * charge for a free one, to show an entry to a third company.
 */
@NullMarked
package cn.trustregistry.replacement;

import org.jspecify.annotations.NullMarked;
