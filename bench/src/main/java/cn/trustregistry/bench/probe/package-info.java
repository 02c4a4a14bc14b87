/**
 * A second application beside the registry in the same server, which does nothing: what it reaches
 * is the most that anything could reach behind the same HTTP, JAX-RS and Metro.
 *
 * <p>Refuses: to be any part of the product.
 */
@NullMarked
package cn.trustregistry.bench.probe;

import org.jspecify.annotations.NullMarked;
