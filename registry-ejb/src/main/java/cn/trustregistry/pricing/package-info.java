/**
 * What certificates cost.
 *
 * <p>Promise: published tariffs never change; amounts are whole CNY fen. Refuses: floating point.
 */
@NullMarked
package cn.trustregistry.pricing;

import org.jspecify.annotations.NullMarked;
