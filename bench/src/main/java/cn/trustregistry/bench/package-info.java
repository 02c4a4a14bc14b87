/**
 * Measures the engine and its peers side by side, in one run and with the same certificates.
 *
 * <p>Promise: a figure is printed only if this run measured it, with its spread, and a goal is a
 * ratio of two figures of one run. To add figures, write another {@link
 * cn.trustregistry.bench.Section} and name it in {@link cn.trustregistry.bench.Bench}. Refuses: to
 * be a test; no build waits for it or fails by it.
 */
@NullMarked
package cn.trustregistry.bench;

import org.jspecify.annotations.NullMarked;
