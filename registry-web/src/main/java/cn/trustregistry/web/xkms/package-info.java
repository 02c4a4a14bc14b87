/**
 * XKMS 2.0 (W3C, 2005): Validate and Locate for trading centres, over SOAP 1.1 and 1.2.
 *
 * <p>Promise: Validate is the same verdict, with the same durable record, as ValidateCertificate;
 * only what is VALID is Valid, and what fails is a typed result of XKMS. Refuses: to register,
 * revoke or recover keys, and to answer later.
 */
@NullMarked
package cn.trustregistry.web.xkms;

import org.jspecify.annotations.NullMarked;
