/**
 * Which certificates are recognised: categories, stages and rules.
 *
 * <p>Promise: the same facts and rule book give the same decision, with the rule that made it.
 * Refuses: to guess; a fact that a rule needs and nobody gave leaves the decision open.
 */
@NullMarked
package cn.trustregistry.recognition;

import org.jspecify.annotations.NullMarked;
