/**
 * The signed trust list of ETSI TS 119 612: which CA certificates the registry relies on, since
 * when and until when.
 *
 * <p>Promise: every list that was issued is kept; a new one is made, with the next number, before
 * anybody reads a list that no longer says what is in force. Refuses: to say anything that the
 * trust snapshot does not.
 */
@NullMarked
package cn.trustregistry.trustlist;

import org.jspecify.annotations.NullMarked;
