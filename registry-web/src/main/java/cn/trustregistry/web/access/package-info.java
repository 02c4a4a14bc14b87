/**
 * How the doors learn who is calling.
 *
 * <p>Promise: the same credentials mean the same caller at every door. Refuses: to tell an unknown
 * client from a wrong secret.
 */
@NullMarked
package cn.trustregistry.web.access;

import org.jspecify.annotations.NullMarked;
