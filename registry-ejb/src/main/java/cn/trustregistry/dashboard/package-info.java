/**
 * A CA company's figures about itself.
 *
 * <p>Promise: counts of what is stored, for one company, over a bounded time. Refuses: another
 * company's figures, and what single trading centres asked about single certificates.
 */
@NullMarked
package cn.trustregistry.dashboard;

import org.jspecify.annotations.NullMarked;
