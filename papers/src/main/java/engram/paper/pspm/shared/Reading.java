// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.shared;

import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.lab.measure.Results;
import engram.signal.KolmogorovSmirnov;
import engram.signal.spike.SpikeRaster;
import engram.signal.spike.distance.Coincidence;
import engram.signal.spike.distance.Coincidence.Matching;
import engram.signal.spike.distance.RasterVanRossum;
import engram.spiking.replay.RecurrentWeights;
import engram.spiking.replay.WeightComparison;
import java.util.ArrayList;
import java.util.List;

/// What arms measure, and how pages draw it: means over replicates with 95 % intervals.
public final class Reading {
  public static final Measure F1 =
      Measure.of("f1", "spikes matched one to one within 2 steps, on the recorded input");
  public static final Measure F1_LENIENT =
      Measure.of("f1-lenient", "spikes with any of the other's within 3 steps, recorded input");
  public static final Measure FRESH_F1 =
      Measure.of("fresh-f1", "as f1, on input that was not recorded");
  public static final Measure VAN_ROSSUM =
      Measure.of("van-rossum", "distance at 10 steps, as a share of the target's size");
  public static final Measure INTERVALS =
      Measure.of("isi-ks", "KS distance of inter-spike intervals, all neurons together");
  public static final Measure RATE_ERROR =
      Measure.of("rate-error", "sum of the neurons' count errors over the target's spikes");
  public static final Measure EXCITATORY =
      Measure.of("excitatory-correlation", "weights from excitatory neurons, learned and true");
  public static final Measure INHIBITORY =
      Measure.of("inhibitory-correlation", "weights from inhibitory neurons, learned and true");
  public static final Measure ALL_WEIGHTS =
      Measure.of("weight-correlation", "all weights; .75 for any two draws of one law");
  public static final Measure INPUT_SUMS =
      Measure.of("input-sum-correlation", "summed weights into a neuron, learned and true");
  public static final Measure CURVE =
      Measure.of("f1-by-epoch", "spikes with any of the other's within 2 steps, by epoch");
  private static final int TOLERANCE = 2;
  private static final int LENIENT_TOLERANCE = 3;
  private static final double TAU_STEPS = 10;

  private Reading() {}

  /// How like two rasters are.
  public static double f1(SpikeRaster target, SpikeRaster model) {
    return Coincidence.of(target, model, TOLERANCE, Matching.STRICT).f1();
  }

  /// The same of some neurons alone.
  public static double f1(SpikeRaster target, SpikeRaster model, int... neurons) {
    return f1(rows(target, neurons), rows(model, neurons));
  }

  private static SpikeRaster rows(SpikeRaster raster, int... neurons) {
    SpikeRaster rows = new SpikeRaster(neurons.length, raster.steps());
    for (int k = 0; k < neurons.length; k++) {
      for (int t = raster.next(neurons[k], 0); t >= 0; t = raster.next(neurons[k], t + 1)) {
        rows.set(k, t);
      }
    }
    return rows;
  }

  /// Writes how like a model's spikes are to its target's.
  public static void spikes(Notebook out, String arm, SpikeRaster target, SpikeRaster model) {
    out.value(F1.in(arm), f1(target, model));
    out.value(
        F1_LENIENT.in(arm),
        Coincidence.of(target, model, LENIENT_TOLERANCE, Matching.LENIENT).f1());
    out.value(VAN_ROSSUM.in(arm), new RasterVanRossum(TAU_STEPS).normalized(target, model));
    double apart = 0;
    for (int i = 0; i < target.neurons(); i++) {
      apart += Math.abs(target.count(i) - model.count(i));
    }
    out.value(RATE_ERROR.in(arm), apart / target.count());
    double[] own = intervals(model);
    double[] wanted = intervals(target);
    boolean some = own.length > 0 && wanted.length > 0;
    out.value(INTERVALS.in(arm), some ? KolmogorovSmirnov.distance(wanted, own) : 1);
  }

  private static double[] intervals(SpikeRaster raster) {
    List<double[]> all = new ArrayList<>();
    int count = 0;
    for (int i = 0; i < raster.neurons(); i++) {
      double[] own = raster.train(i, 1).intervalsMs();
      count += own.length;
      all.add(own);
    }
    double[] pooled = new double[count];
    int at = 0;
    for (double[] own : all) {
      System.arraycopy(own, 0, pooled, at, own.length);
      at += own.length;
    }
    return pooled;
  }

  /// Writes spikes on recorded and on fresh input.
  public static void arm(Notebook out, String arm, Recording recording, RecurrentWeights weights) {
    spikes(out, arm, recording.train().target(), recording.replay(weights));
    out.value(FRESH_F1.in(arm), f1(recording.fresh().target(), recording.onFresh(weights)));
  }

  /// Writes how like weights are to the true ones.
  public static void weights(
      Notebook out, String arm, Recording recording, RecurrentWeights weights) {
    WeightComparison like =
        WeightComparison.of(weights, recording.truth(), recording.law().excitatory());
    out.value(EXCITATORY.in(arm), like.excitatory());
    out.value(INHIBITORY.in(arm), like.inhibitory());
    out.value(ALL_WEIGHTS.in(arm), like.all());
    out.value(INPUT_SUMS.in(arm), like.inputSums());
  }

  /// Writes both: spikes as an arm has them, and weights beside the true ones.
  public static void spikesAndWeights(
      Notebook out, String arm, Recording recording, RecurrentWeights weights) {
    arm(out, arm, recording, weights);
    weights(out, arm, recording, weights);
  }

  /// Bars of means, each over its arm.
  public static Mark.Bars bars(String name, Results all, Measure measure, List<String> arms) {
    return Summary.intervals(all).bars(name, arms, measure::in);
  }

  /// Means of the points of a series.
  public static Mark.Line line(String name, Results all, At at) {
    return Summary.intervals(all).line(name, at);
  }

  /// The points of a series in the first replicate.
  public static Mark.Points firstPoints(String name, Results all, At at) {
    return Summary.first(all).points(name, at);
  }
}
