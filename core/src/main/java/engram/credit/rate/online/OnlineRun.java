// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.credit.rate.Decisions;
import java.util.List;

/// What a learner did over its epochs.
///
/// @param epochs each of them
/// @param rates the learning rate of each update, in order
/// @param decisions what a regulated rate was offered and took; none for other rates
/// @param swaps exchanges of labels
/// @param recovery how exchanges were made up for
public record OnlineRun(
    List<Epoch> epochs, List<Double> rates, Decisions decisions, int swaps, Recovery recovery) {
  /// An epoch.
  ///
  /// @param online share of its samples answered rightly before they were learned
  /// @param held share of held-out images answered rightly at its end, after the last exchange
  /// @param rate learning rate at its end
  public record Epoch(double online, double held, double rate) {}

  /// How exchanges were made up for.
  ///
  /// @param shifts exchanges before which accuracy was known
  /// @param recovered of them, those made up for before the next
  /// @param meanSamples samples it took those, in the mean; NaN if there are none
  public record Recovery(long shifts, long recovered, double meanSamples) {}

  /// Copies epochs and rates.
  public OnlineRun {
    epochs = List.copyOf(epochs);
    rates = List.copyOf(rates);
  }

  /// The mean online accuracy over all epochs.
  public double online() {
    return epochs.stream().mapToDouble(Epoch::online).average().orElse(Double.NaN);
  }

  /// The mean learning rate.
  public double meanRate() {
    return rates.stream().mapToDouble(rate -> rate).average().orElse(Double.NaN);
  }

  /// The learning rate of the last update.
  public double finalRate() {
    return rates.getLast();
  }
}
