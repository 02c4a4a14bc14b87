/**
 * The trust list for everybody, at an address that does not change.
 *
 * <p>Promise: the list in force as it was signed, and every earlier one by its number. Refuses: a
 * login.
 */
@NullMarked
package cn.trustregistry.web.trustlist;

import org.jspecify.annotations.NullMarked;
