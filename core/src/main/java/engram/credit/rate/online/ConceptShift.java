// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.kernel.Doubles;
import engram.source.FromPaper;
import java.util.ArrayList;
import java.util.List;

/// How often the labels of two classes are exchanged: so many times an epoch, the same in each or
/// by season.
///
/// With s exchanges in an epoch of N samples, one is due after a batch where the number of samples
/// processed in the epoch is a multiple of `floor(N / s)`. There are exactly s of them where N is a
/// multiple of s times the batch, fewer where it is not.
///
/// @param swapsPerEpoch by epoch, from the first; begins again at its end
@FromPaper(value = "homeostatic", at = "spec: concept shift")
public record ConceptShift(List<Integer> swapsPerEpoch) {
  /// Copies and checks.
  public ConceptShift {
    swapsPerEpoch = List.copyOf(swapsPerEpoch);
    if (swapsPerEpoch.isEmpty()) {
      throw new IllegalArgumentException("swapsPerEpoch must be one an epoch at least, was []");
    }
    for (int swaps : swapsPerEpoch) {
      if (swaps < 0) {
        throw new IllegalArgumentException("swapsPerEpoch must be 0 or more, was " + swapsPerEpoch);
      }
    }
  }

  /// None.
  public static ConceptShift none() {
    return perEpoch(0);
  }

  /// The same number in every epoch: shift of first order.
  public static ConceptShift perEpoch(int swaps) {
    return new ConceptShift(List.of(swaps));
  }

  /// Seasons of some epochs each, in turn at a low and a high number: shift of second order.
  public static ConceptShift seasons(int low, int high, int epochsEach) {
    requireEpochs("epochsEach", epochsEach);
    List<Integer> swaps = new ArrayList<>();
    for (int epoch = 0; epoch < 2 * epochsEach; epoch++) {
      swaps.add(epoch < epochsEach ? low : high);
    }
    return new ConceptShift(swaps);
  }

  /// A number that rises and falls like a sine between 0 and `most`, beginning at half of it.
  ///
  /// @param period epochs from one rise to the next
  public static ConceptShift sine(int most, int period) {
    requireEpochs("period", period);
    List<Integer> swaps = new ArrayList<>();
    for (int epoch = 0; epoch < period; epoch++) {
      double height = (1 + Doubles.sin(2 * Math.PI * epoch / period)) / 2;
      swaps.add((int) Math.round(most * height));
    }
    return new ConceptShift(swaps);
  }

  /// The number of exchanges in an epoch, from 0.
  public int in(int epoch) {
    return swapsPerEpoch.get(epoch % swapsPerEpoch.size());
  }

  /// Whether one is due after a batch.
  ///
  /// @param processed samples of the epoch so far, that batch included
  /// @param samples samples of an epoch
  public boolean isDue(int epoch, int processed, int samples) {
    int swaps = in(epoch);
    return swaps > 0 && processed % (samples / swaps) == 0;
  }

  /// Refuses more exchanges than there are batches.
  public void requireFits(int batch, int samples) {
    for (int swaps : swapsPerEpoch) {
      if (swaps > samples / batch) {
        throw new IllegalArgumentException(
            "swapsPerEpoch must be at most the "
                + samples / batch
                + " batches of an epoch, was "
                + swaps);
      }
    }
  }

  private static void requireEpochs(String name, int epochs) {
    if (epochs < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, was " + epochs);
    }
  }
}
