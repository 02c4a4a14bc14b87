/**
 * The Guangxi case of 2022 as demonstration data.
 *
 * <p>Promise: loads through the same services as a tenant would; keys are made at first start.
 * Refuses: to run outside demo mode or on a registry that already has data.
 */
@NullMarked
package cn.trustregistry.demo;

import org.jspecify.annotations.NullMarked;
