/**
 * The doors of scan-to-sign: SOAP for trading centres, REST for the apps of CA companies.
 *
 * <p>Promise: every refusal has the room's own reason code. Refuses: to decide anything.
 */
@NullMarked
package cn.trustregistry.web.signing;

import org.jspecify.annotations.NullMarked;
