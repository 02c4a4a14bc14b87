/**
 * CRLs published again, for everybody, at addresses that do not change.
 *
 * <p>Promise: the newest list that was taken, octet for octet. Refuses: a login.
 */
@NullMarked
package cn.trustregistry.web.crl;

import org.jspecify.annotations.NullMarked;
