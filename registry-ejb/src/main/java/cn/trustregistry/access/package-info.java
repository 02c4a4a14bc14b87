/**
 * Who is calling: credentials of CA companies and trading centres.
 *
 * <p>Promise: a secret is checked in constant time against its stored hash, without reading the
 * database. Refuses: to keep, show or log a secret after it was issued.
 */
@NullMarked
package cn.trustregistry.access;

import org.jspecify.annotations.NullMarked;
