/**
 * The pages for administrators.
 *
 * <p>Promise: nobody sees them without an administrator's credential. Refuses: to change anything,
 * so far.
 */
@NullMarked
package cn.trustregistry.web.console;

import org.jspecify.annotations.NullMarked;
