// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.kernel.Workers;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the machine allows, and how much of it is reached.
///
/// A synaptic event reads its synapse once and adds to a float. So events a second are bounded by
/// the speed at which memory is read over the bytes of a synapse where synapses outgrow the caches,
/// by additions to scattered places even where all lies in the nearest caches, and most closely by
/// a loop that only delivers spikes of random sources over arrays of the network's size. What the
/// network does beside, above all the steps of its neurons, is the rest.
final class Limits {
  private final Reading reading;
  private final Scatter near;
  private final Scatter far;

  /// Speeds of neighbouring turns.
  ///
  /// @param read bytes a second
  /// @param near events a second in the nearest caches
  /// @param far events a second over arrays of the network's size
  /// @param reached events a second by the network
  /// @param share the last over the one before
  record Turn(double read, double near, double far, double reached, double share) {
    /// Medians, each by itself.
    static Turn median(List<Turn> turns) {
      return new Turn(
          median(turns, Turn::read),
          median(turns, Turn::near),
          median(turns, Turn::far),
          median(turns, Turn::reached),
          median(turns, Turn::share));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> of) {
      double[] values = turns.stream().mapToDouble(of).toArray();
      Arrays.sort(values);
      return values[values.length / 2];
    }
  }

  Limits(Scatter.Shape shape, Workers workers) {
    reading = new Reading(workers);
    near = new Scatter(shape.small(), workers);
    far = new Scatter(shape, workers);
  }

  /// A turn of each beside one of the network.
  ///
  /// @param reached events a second by the network
  Turn turn(double reached) {
    double most = far.eventsPerSecond();
    return new Turn(
        reading.bytesPerSecond(), near.eventsPerSecond(), most, reached, reached / most);
  }

  /// The table.
  static void print(List<Race.Ours> all, PrintStream out) {
    out.println();
    out.println(
        "| network | threads | memory is read, GB a s | which allows, 10^6 events a s | additions in"
            + " cache | over arrays of its size | the network | its share of the last | steps of"
            + " neurons, 10^6 a s |");
    out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (Race.Ours ours : all) {
      Turn turn = ours.limits();
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f | %.0f | %.0f | %.0f | %.0f | %.2f | %.0f |%n",
          ours.course().name(),
          ours.threads(),
          turn.read / 1e9,
          turn.read / ours.bytesPerSynapse() / 1e6,
          turn.near / 1e6,
          turn.far / 1e6,
          turn.reached / 1e6,
          turn.share,
          ours.stepsPerSecond() / 1e6);
    }
  }
}
