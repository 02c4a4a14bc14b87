package cn.trustregistry.bench;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one thing.
 *
 * @param name unique in a run, as in {@code warm.RSA}
 * @param median of the samples, in {@code unit}
 * @param low the lowest and {@code high} the highest sample: the spread
 * @param samples how many there are
 * @param allocated octets of heap an operation; null if that was not measured
 */
record Figure(
    String name,
    String unit,
    double median,
    double low,
    double high,
    int samples,
    @Nullable Double allocated) {
  static Figure of(String name, String unit, double[] samples, @Nullable Double allocated) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figure(
        name, unit, median, sorted[0], sorted[sorted.length - 1], sorted.length, allocated);
  }
}
