package cn.trustregistry.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The processor time of another process (proc(5)). */
public final class Processor {
  /** In every Linux of ours; getconf CLK_TCK. */
  private static final int TICKS = 100;

  private Processor() {}

  /** In microseconds since it was started, all its threads together. */
  public static double micros(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    // the name, in brackets, may have spaces; utime and stime are fields 14 and 15
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1e6 / TICKS;
  }

  /** Octets of memory that it has in use. */
  public static long resident(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    return 0;
  }
}
