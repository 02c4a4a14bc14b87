/**
 * CA companies, their trust anchors and issuers, and what evidence their certificates need.
 *
 * <p>Promise: nothing becomes trusted, and no evidence policy counts, before two different admins
 * approved it. Refuses: to let one company see or change what is another's.
 */
@NullMarked
package cn.trustregistry.authority;

import org.jspecify.annotations.NullMarked;
