package cn.trustregistry.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The operator's console: one line for each thing that takes time. */
final class Progress {

  private final PrintStream out;
  private long begunAt;

  Progress(PrintStream out) {
    this.out = out;
  }

  void begin(String what) {
    begunAt = System.nanoTime();
    out.print(what + " ... ");
    out.flush();
  }

  void done(String how) {
    out.println(how + " in " + seconds(Duration.ofNanos(System.nanoTime() - begunAt)));
  }

  void say(String line) {
    out.println(line);
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
