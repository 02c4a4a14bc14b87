/**
 * Who is calling: clients of CA companies and trading centres, and what they prove themselves with.
 *
 * <p>Promise: a proof is checked in constant time without reading the database, and can be replaced
 * without a pause. Refuses: to keep, show or log a secret after it was issued.
 */
@NullMarked
package cn.trustregistry.access;

import org.jspecify.annotations.NullMarked;
