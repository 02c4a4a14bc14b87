package cn.trustregistry.bench.load;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The processor time of another process (proc(5)). */
public final class Processor {
  /** In every Linux of ours; getconf CLK_TCK. */
  private static final int TICKS = 100;

  private Processor() {}

  /** In microseconds since it was started, all its threads together. */
  public static double micros(long pid) throws IOException {
    return micros(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
  }

  /** Of that, what the just-in-time compiler of a JVM took, in threads that still run. */
  public static double compilerMicros(long pid) throws IOException {
    double sum = 0;
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "task"))) {
      for (Path thread : threads) {
        sum += compilerMicros(thread);
      }
    }
    return sum;
  }

  private static double compilerMicros(Path thread) throws IOException {
    try {
      String stat = Files.readString(thread.resolve("stat"));
      return stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler") ? micros(stat) : 0;
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  private static double micros(String stat) {
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
