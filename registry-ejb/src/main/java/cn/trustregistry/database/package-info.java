/**
 * The connection pool and the schema.
 *
 * <p>Promise: the schema is up to date before any room uses it. Refuses: to start on a newer
 * schema.
 */
@NullMarked
package cn.trustregistry.database;

import org.jspecify.annotations.NullMarked;
