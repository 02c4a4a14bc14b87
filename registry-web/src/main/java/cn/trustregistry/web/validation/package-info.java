/**
 * The operations of validation-v1.wsdl, which trading centres call.
 *
 * <p>Promise: each operation asks one room and renders what it says, with every reason. Refuses: to
 * decide anything itself.
 */
@NullMarked
package cn.trustregistry.web.validation;

import org.jspecify.annotations.NullMarked;
