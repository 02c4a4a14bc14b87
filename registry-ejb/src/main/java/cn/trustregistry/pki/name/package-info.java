/**
 * Name constraints: whether a name lies in a subtree (RFC 5280 4.2.1.10 and 7).
 *
 * <p>Promise: what cannot be decided, because a name or a subtree is malformed or of a form not
 * known here, is said to be undecided and never taken for a match or a miss. Refuses: to know of
 * paths, certificates other than their names, and verdicts.
 */
@NullMarked
package cn.trustregistry.pki.name;

import org.jspecify.annotations.NullMarked;
