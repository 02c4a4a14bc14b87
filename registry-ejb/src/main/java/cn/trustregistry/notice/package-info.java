/**
 * Notices (公告) of the platform and of the companies.
 *
 * <p>Promise: what was published is kept and every step is audited; a company writes its own and
 * nobody else's. Refuses: anything but plain text.
 */
@NullMarked
package cn.trustregistry.notice;

import org.jspecify.annotations.NullMarked;
