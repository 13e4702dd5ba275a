// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.math.PrincipalAngles;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far the space of "what" and the space of "when" are apart in readouts w(i, l) that were
/// learned for each identity i and latency l: the spans of the two main effects,
///
///     when = span { mean_i w(i, l) - mean w }      what = span { mean_l w(i, l) - mean w }
///
/// (Differences at a fixed identity and at a fixed latency will not do: `[w(1,l) - w(0,l)] -
/// [w(1,0) - w(0,0)]` lies in the spans of both, whatever the weights.)
///
/// Two subspaces of few dimensions among many are nearly orthogonal by chance, and readouts lie in
/// the span of the traces. So an angle says something only beside [#random]: the same for readouts
/// that are drawn from the traces, `w = sum_t g_t rho(t)` with Gaussian g.
@FromPaper(value = "what-when", at = "spec: analyses, subspaces")
public final class ReadoutGeometry {
  private ReadoutGeometry() {}

  /// The mean principal angle between the two spaces, in degrees; 0 if one of them has no
  /// direction.
  ///
  /// @param weights by identity, then by latency: two or more of each
  public static double meanAngle(List<double[][]> weights) {
    if (weights.size() < 2 || weights.getFirst().length < 2) {
      throw new IllegalArgumentException(
          "weights must be of two identities and two latencies or more, were of %d and %d"
              .formatted(weights.size(), weights.isEmpty() ? 0 : weights.getFirst().length));
    }
    int latencies = weights.getFirst().length;
    List<double[]> all = new ArrayList<>();
    weights.forEach(each -> all.addAll(List.of(each)));
    double[] middle = mean(all);
    List<double[]> when = new ArrayList<>();
    for (int l = 0; l < latencies; l++) {
      int latency = l;
      add(less(mean(weights.stream().map(each -> each[latency]).toList()), middle), when);
    }
    List<double[]> what = new ArrayList<>();
    for (double[][] each : weights) {
      add(less(mean(List.of(each)), middle), what);
    }
    if (when.isEmpty() || what.isEmpty()) {
      return 0;
    }
    double[] angles =
        PrincipalAngles.degrees(what.toArray(double[][]::new), when.toArray(double[][]::new));
    return Arrays.stream(angles).average().orElseThrow();
  }

  /// The mean angle of random readouts.
  ///
  /// @param traces by identity
  /// @param latencies how many readouts an identity has
  public static double random(List<CentredTraces> traces, int latencies, RandomStream draws) {
    List<double[][]> weights = new ArrayList<>();
    for (CentredTraces own : traces) {
      double[][] byLatency = new double[latencies][];
      for (int l = 0; l < latencies; l++) {
        byLatency[l] = drawn(own, draws);
      }
      weights.add(byLatency);
    }
    return meanAngle(weights);
  }

  private static double[] drawn(CentredTraces traces, RandomStream draws) {
    double[] sum = new double[traces.count()];
    double[] row = new double[traces.count()];
    for (int t = 0; t < traces.times(); t++) {
      traces.row(t, row);
      double by = draws.nextGaussian();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += by * row[i];
      }
    }
    return sum;
  }

  private static double[] mean(List<double[]> vectors) {
    double[] mean = new double[vectors.getFirst().length];
    for (double[] each : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += each[i] / vectors.size();
      }
    }
    return mean;
  }

  private static void add(double[] difference, List<double[]> to) {
    if (Arrays.stream(difference).anyMatch(v -> v != 0)) {
      to.add(difference);
    }
  }

  private static double[] less(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
