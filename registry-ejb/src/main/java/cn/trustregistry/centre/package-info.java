/**
 * Trading centres, the relying parties.
 *
 * <p>Promise: every centre is known by its GB/T 2260 region code. Refuses: to decide anything about
 * certificates.
 */
@NullMarked
package cn.trustregistry.centre;

import org.jspecify.annotations.NullMarked;
