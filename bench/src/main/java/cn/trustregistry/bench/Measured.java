package cn.trustregistry.bench;

import java.util.List;
import java.util.Map;

/**
 * What came of a section.
 *
 * @param figures in the order in which they are shown
 * @param missing why there is no figure, by its name
 */
record Measured(List<Figure> figures, Map<String, String> missing) {
  Measured {
    figures = List.copyOf(figures);
  }

  static Measured of(List<Figure> figures) {
    return new Measured(figures, Map.of());
  }
}
