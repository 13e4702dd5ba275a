// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.error.DataCorruptException;
import engram.lab.judge.Wording;
import engram.signal.KolmogorovSmirnov;
import engram.signal.spike.SpikeTrain;
import engram.signal.spike.distance.Coincidence;
import engram.signal.spike.distance.Coincidence.Matching;
import engram.signal.spike.distance.IsiDistance;
import engram.signal.spike.distance.SpikeDistance;
import engram.signal.spike.distance.VanRossum;
import engram.signal.spike.distance.VictorPurpura;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;

/// How far two recordings of the same neurons are apart, neuron by neuron.
///
/// @param ids of the neurons, ascending
/// @param measures each measure with its value for every neuron; NaN where it has none
// Made once and printed; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Apart(long[] ids, Map<Measure, double[]> measures) {
  private static final int NAMED = 3;

  /// A measure.
  ///
  /// @param key its name in tables and documents
  /// @param says its name on the screen
  record Measure(String key, String says) {}

  /// The scales that must be chosen.
  ///
  /// @param tauMs of van Rossum's distance
  /// @param costPerMs of Victor and Purpura's
  /// @param toleranceMs of coincidences
  record Scales(double tauMs, double costPerMs, double toleranceMs) {
    /// Checks them.
    Scales {
      VanRossum _ = new VanRossum(tauMs);
      VictorPurpura _ = new VictorPurpura(costPerMs);
      if (!(toleranceMs >= 0)) {
        throw new IllegalArgumentException("toleranceMs must be 0 or more, was " + toleranceMs);
      }
    }
  }

  /// The ids of both; refuses where they differ.
  ///
  /// @param allowSilent whether a neuron may be missing in one of them
  static long[] ids(
      String first, long[] firstIds, String second, long[] secondIds, boolean allowSilent) {
    TreeSet<Long> onlyFirst = boxed(firstIds);
    TreeSet<Long> onlySecond = boxed(secondIds);
    TreeSet<Long> all = boxed(firstIds);
    all.addAll(onlySecond);
    onlyFirst.removeAll(boxed(secondIds));
    onlySecond.removeAll(boxed(firstIds));
    if (!allowSilent && !(onlyFirst.isEmpty() && onlySecond.isEmpty())) {
      throw new DataCorruptException(
          "ids of both files must be the same, was "
              + few(onlyFirst)
              + " only in "
              + first
              + ", "
              + few(onlySecond)
              + " only in "
              + second
              + "; with --allow-silent these were silent there");
    }
    return all.stream().mapToLong(Long::longValue).toArray();
  }

  private static TreeSet<Long> boxed(long[] ids) {
    return Arrays.stream(ids).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static String few(TreeSet<Long> ids) {
    String named = ids.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return ids.size()
        + (ids.isEmpty() ? "" : " (" + named + (ids.size() > NAMED ? ", ..." : "") + ")");
  }

  /// Measures all of it.
  ///
  /// @param target the first recording, a train for each id
  /// @param model the second
  static Apart of(long[] ids, List<SpikeTrain> target, List<SpikeTrain> model, Scales scales) {
    Map<Measure, double[]> measures = new LinkedHashMap<>();
    VanRossum rossum = new VanRossum(scales.tauMs);
    String tau = "van Rossum, tau " + Wording.exact(scales.tauMs) + " ms";
    String within = "within " + Wording.exact(scales.toleranceMs) + " ms, ";
    String cost = "Victor-Purpura, q " + Wording.exact(scales.costPerMs) + " / ms";
    measures.put(new Measure("van_rossum", tau), rossum.perNeuron(target, model));
    measures.put(
        new Measure("van_rossum_share", "  as a share of FILE"),
        each(target, model, (x, y) -> x.count() == 0 ? Double.NaN : rossum.normalized(x, y)));
    measures.put(
        new Measure("victor_purpura", cost),
        new VictorPurpura(scales.costPerMs).perNeuron(target, model));
    measures.put(new Measure("isi", "ISI distance"), new IsiDistance().perNeuron(target, model));
    measures.put(
        new Measure("spike", "SPIKE distance"), new SpikeDistance().perNeuron(target, model));
    for (Matching matching : Matching.values()) {
      boolean strict = matching == Matching.STRICT;
      measures.put(
          new Measure(
              strict ? "f1" : "f1_lenient", "F1 " + within + (strict ? "one to one" : "lenient")),
          each(target, model, (x, y) -> Coincidence.of(x, y, scales.toleranceMs, matching).f1()));
    }
    measures.put(new Measure("isi_ks", "KS of intervals"), each(target, model, Apart::ks));
    measures.put(
        new Measure("rate_difference", "rate, OTHER less FILE, Hz"),
        each(target, model, (x, y) -> y.rateHz() - x.rateHz()));
    return new Apart(ids, measures);
  }

  private static double ks(SpikeTrain x, SpikeTrain y) {
    return x.count() < 2 || y.count() < 2
        ? Double.NaN
        : KolmogorovSmirnov.distance(x.intervalsMs(), y.intervalsMs());
  }

  private static double[] each(
      List<SpikeTrain> target,
      List<SpikeTrain> model,
      ToDoubleBiFunction<SpikeTrain, SpikeTrain> measure) {
    double[] values = new double[target.size()];
    Arrays.setAll(values, i -> measure.applyAsDouble(target.get(i), model.get(i)));
    return values;
  }
}
