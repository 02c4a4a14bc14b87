/**
 * The public door of receipts: the keys that verify them.
 *
 * <p>Promise: every key that ever signed a receipt, without a log-in. Refuses: anything but keys.
 */
@NullMarked
package cn.trustregistry.web.receipt;

import org.jspecify.annotations.NullMarked;
