// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.avalanche;

import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import engram.signal.KolmogorovSmirnov;
import engram.signal.Tally;
import engram.signal.avalanche.Avalanches;
import engram.signal.spike.SpikeRaster;

/// What the pages on avalanches measure. A bin is a step: the populations fire about once a step or
/// more often, so that the mean time between two spikes is no longer than that.
final class AvalancheReading {
  static final Measure SIZES =
      Measure.of("avalanche-size-ks", "KS distance of avalanche sizes to the reference's");
  static final Measure DURATIONS =
      Measure.of("avalanche-duration-ks", "KS distance of avalanche durations to the reference's");
  static final Measure DESCENDANTS =
      Measure.of("descendants", "spikes in the step after spikes, for each of those");
  static final Measure EXCESS =
      Measure.of("ks-excess", "KS distance of sizes less 70 % of that of the untrained net");
  static final Measure SURVIVAL =
      Measure.of("size-survival", "share of avalanches of a size or more");
  private static final double LEFT = 0.7;
  private static final double LADDER = 1.3;

  private AvalancheReading() {}

  /// Writes how like a model's avalanches are to its target's.
  ///
  /// @return the KS distance of sizes; 1 for a model without avalanches
  static double write(Notebook out, String arm, SpikeRaster target, SpikeRaster model) {
    Avalanches wanted = Avalanches.of(target, 1);
    Avalanches found = Avalanches.of(model, 1);
    double sizes = distance(wanted.sizes(), found.sizes());
    out.value(SIZES.in(arm), sizes);
    out.value(DURATIONS.in(arm), distance(wanted.durations(), found.durations()));
    out.value(DESCENDANTS.in(arm), descendants(model));
    survival(out, arm, found.sizes());
    return sizes;
  }

  /// Writes how far a trained net is from a fall by 30 %; 0 or less is there.
  static void excess(Notebook out, String arm, double trained, double untrained) {
    out.value(EXCESS.in(arm), trained - LEFT * untrained);
  }

  /// Spikes in steps after spikes over the spikes there; 0 of a silent net.
  static double descendants(SpikeRaster raster) {
    double ratio = Avalanches.of(raster, 1).branching().descendants();
    return Double.isNaN(ratio) ? 0 : ratio;
  }

  private static double distance(Tally wanted, Tally found) {
    return wanted.total() == 0 || found.total() == 0
        ? 1
        : KolmogorovSmirnov.distance(wanted, found);
  }

  private static void survival(Notebook out, String arm, Tally sizes) {
    long[] values = sizes.values();
    if (values.length == 0) {
      return;
    }
    long most = values[values.length - 1];
    for (long size = 1; size <= most; size = Math.max(size + 1, (long) (LADDER * size))) {
      double share = (double) sizes.within(size, most).total() / sizes.total();
      out.series(SURVIVAL.in(arm), (double) size, share);
    }
  }
}
