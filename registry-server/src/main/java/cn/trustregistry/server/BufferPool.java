package cn.trustregistry.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory that our database keeps pages in: an eighth of the machine's or the container's,
 * within limits. Where the indexes do not fit in, each publication reads and writes pages, and one
 * of 100,000 certificates takes three times as long (docs/scaling.md).
 */
final class BufferPool {
  private static final long MIB = 1 << 20;
  private static final long LEAST = 256;
  private static final long MOST = 2_048;

  private BufferPool() {}

  /** In MiB. */
  static long size() {
    return sizeFor(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
  }

  /**
   * @param memory in octets
   */
  static long sizeFor(long memory) {
    return Math.max(LEAST, Math.min(memory / 8 / MIB, MOST));
  }
}
