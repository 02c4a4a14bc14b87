/**
 * Load on a real server over loopback, and what it costs.
 *
 * <p>Promise: as many connections as were asked for and never one more, each with one request under
 * way; every answer is checked; the load's own CPU time is told beside the server's. Refuses: any
 * address but this machine's own.
 */
@NullMarked
package cn.trustregistry.bench.load;

import org.jspecify.annotations.NullMarked;
