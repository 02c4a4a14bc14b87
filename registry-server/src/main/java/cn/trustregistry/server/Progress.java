package cn.trustregistry.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The operator's console: one line for each thing that takes time. */
final class Progress {

  private final PrintStream out;
  private long begunAt;
  private boolean unfinished;

  Progress(PrintStream out) {
    this.out = out;
  }

  void begin(String what) {
    begunAt = System.nanoTime();
    out.print(what + " ... ");
    out.flush();
    unfinished = true;
  }

  void done(String how) {
    out.println(how + " in " + seconds(Duration.ofNanos(System.nanoTime() - begunAt)));
    unfinished = false;
  }

  /** Ends the line of what was begun and will not be done. */
  void breakOff() {
    if (unfinished) {
      out.println("broken off");
      unfinished = false;
    }
  }

  void say(String line) {
    out.println(line);
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
