package cn.trustregistry.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the sections and reports; see {@code bench/run --help}. */
public final class Bench {
  private static final List<Section> SECTIONS =
      List.of(
          new MicroSection(),
          new CrlSection(),
          new CentresSection(),
          new OpensslSection(),
          new ServiceSection());

  private Bench() {}

  /**
   * @param args {@code short} or {@code full}, where to write the JSON, an earlier JSON to compare
   *     with or an empty string, and the names of the sections to run, none for all
   */
  public static void main(String[] args) throws Exception {
    Mode mode = args[0].equals("short") ? Mode.SHORT : Mode.FULL;
    List<String> wanted = List.of(args).subList(3, args.length);
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, String> missing = new LinkedHashMap<>();
    List<Goal> goals = new ArrayList<>();
    boolean failed = false;
    for (Section section : SECTIONS) {
      if (wanted.isEmpty() || wanted.contains(section.name())) {
        System.err.println("measuring: " + section.name());
        long start = System.nanoTime();
        failed |= !measure(section, mode, figures, missing);
        System.err.println(
            "  took " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
        goals.addAll(section.goals());
      }
    }
    Report report = new Report(mode, figures, missing, goals);
    report.write(Path.of(args[1]));
    System.out.print(report.text(args[2].isEmpty() ? Map.of() : Report.read(Path.of(args[2]))));
    if (failed) {
      System.exit(1);
    }
  }

  /** A section that fails does not take the figures of the others with it. */
  private static boolean measure(
      Section section, Mode mode, Map<String, Figure> figures, Map<String, String> missing) {
    try {
      Measured measured = section.measure(mode);
      for (Figure figure : measured.figures()) {
        figures.put(figure.name(), figure);
      }
      missing.putAll(measured.missing());
      return true;
    } catch (Exception e) {
      System.err.println("failed: " + section.name());
      e.printStackTrace();
      return false;
    }
  }
}
