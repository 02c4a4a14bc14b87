/**
 * CA companies, their trust anchors and their issuers.
 *
 * <p>Promise: nothing becomes trusted before two different admins approved it. Refuses: to let one
 * company see or change what is another's.
 */
@NullMarked
package cn.trustregistry.authority;

import org.jspecify.annotations.NullMarked;
