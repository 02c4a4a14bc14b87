/**
 * What /health tells: whether the registry can give verdicts, and if not, why not.
 *
 * <p>Promise: every cause for which verdicts fail or stay open has its own check or its own line.
 * Refuses: to call stale evidence an outage; it is named, and verdicts on it are INDETERMINATE.
 */
@NullMarked
package cn.trustregistry.web.health;

import org.jspecify.annotations.NullMarked;
