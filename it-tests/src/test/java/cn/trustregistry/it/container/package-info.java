/**
 * Tests that run inside the server, beside the application's own beans, and clients of that same
 * server. All classes here share one deployment, made by {@link
 * cn.trustregistry.it.container.RegistryDeployment}; the whole package travels into the server.
 */
@NullMarked
package cn.trustregistry.it.container;

import org.jspecify.annotations.NullMarked;
