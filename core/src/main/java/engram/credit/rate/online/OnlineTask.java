// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.data.image.LabelledImages;
import java.util.List;

/// What is learned online: images whose labels are exchanged while they are learned.
///
/// @param train images of which an epoch is made
/// @param samples which of them, in an order that each epoch shuffles anew
/// @param held images that are never learned, for validation
/// @param heldSamples which of them, a multiple of 100
/// @param batch samples an update, at least 1; the paper's 10
/// @param epochs how many, at least 1
/// @param shift how often labels are exchanged
public record OnlineTask(
    LabelledImages train,
    List<Integer> samples,
    LabelledImages held,
    List<Integer> heldSamples,
    int batch,
    int epochs,
    ConceptShift shift) {
  /// Images validated at a time.
  static final int HELD_ROWS = 100;

  /// Copies and checks.
  public OnlineTask {
    samples = List.copyOf(samples);
    heldSamples = List.copyOf(heldSamples);
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be at least 1, was " + batch);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, was " + epochs);
    }
    if (samples.size() == 0 || samples.size() % batch != 0) {
      throw new IllegalArgumentException(
          "samples must be a multiple of the batch of " + batch + ", was " + samples.size());
    }
    if (heldSamples.size() == 0 || heldSamples.size() % HELD_ROWS != 0) {
      throw new IllegalArgumentException(
          "heldSamples must be a multiple of " + HELD_ROWS + ", was " + heldSamples.size());
    }
    shift.requireFits(batch, samples.size());
  }

  /// The same under another shift.
  public OnlineTask under(ConceptShift other) {
    return new OnlineTask(train, samples, held, heldSamples, batch, epochs, other);
  }
}
