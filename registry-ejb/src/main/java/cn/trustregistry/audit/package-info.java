/**
 * Every change, by whom, in a chain of hashes.
 *
 * <p>Promise: an entry is written in the transaction of the change it tells of, and cannot be
 * altered or taken out without breaking the chain. Refuses: updates and deletions.
 */
@NullMarked
package cn.trustregistry.audit;

import org.jspecify.annotations.NullMarked;
