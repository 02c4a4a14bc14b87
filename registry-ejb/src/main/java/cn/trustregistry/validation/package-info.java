/**
 * The main job: a question about a certificate becomes a verdict and a durable record.
 *
 * <p>Promise: no verdict leaves before its record is durable. Refuses: database reads while
 * deciding.
 */
@NullMarked
package cn.trustregistry.validation;

import org.jspecify.annotations.NullMarked;
