package cn.trustregistry.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the database says, and all other logging of this process, to a rotated file. */
final class LauncherLog {

  private static final int BYTES = 5_000_000;
  private static final int FILES = 5;

  private LauncherLog() {}

  static void to(Path file) throws IOException {
    LogManager.getLogManager().reset();
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
    Handler handler = new FileHandler(file + ".%g", BYTES, FILES, true);
    handler.setFormatter(new SimpleFormatter());
    Logger.getLogger("").addHandler(handler);
  }
}
