/** The pages as people see them, in a real browser. */
@NullMarked
package cn.trustregistry.it.browser;

import org.jspecify.annotations.NullMarked;
