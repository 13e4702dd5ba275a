// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

/// What a regulator was offered and what it did, counted.
///
/// @param offers samples offered
/// @param taken of them, effects taken
/// @param ties of them, both simulated updates were right equally often
/// @param rightGuesses of them, the guess was the label
public record Decisions(long offers, long taken, long ties, long rightGuesses) {
  /// None yet.
  public static final Decisions NONE = new Decisions(0, 0, 0, 0);

  /// One more.
  Decisions with(boolean took, boolean tied, boolean right) {
    return new Decisions(
        offers + 1, taken + (took ? 1 : 0), ties + (tied ? 1 : 0), rightGuesses + (right ? 1 : 0));
  }

  /// The share of offers taken, 0 without offers. Nothing can be said of a regulated run that does
  /// not print it: a regulator that takes nothing is a constant rate.
  public double takeRate() {
    return share(taken);
  }

  /// The share of offers on which both rates did equally well.
  public double tieRate() {
    return share(ties);
  }

  /// The share of offers whose label was guessed.
  public double guessAccuracy() {
    return share(rightGuesses);
  }

  private double share(long of) {
    return offers == 0 ? 0 : of / (double) offers;
  }
}
