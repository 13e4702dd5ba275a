// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate;

import engram.source.FromPaper;

/// What keeps a regulated rate in its range.
///
/// The published program asks `if eta < 0: eta = 1e-8`. That test misses 0 and what rounding leaves
/// of it: ten steps of .005 down from .05 end at 5e-18, which is then the rate. Here whatever is
/// below the floor becomes the floor ([#ofPaper]); the literal test is [#literal]. Both agree
/// wherever the literal test acts, and a rate of 5e-18 teaches as little as one of 1e-8.
///
/// @param floor what replaces a rate that is too low, above 0
/// @param below a rate under this is too low: the floor, or 0 for the literal test
/// @param most the greatest rate, at least the floor; infinite in the paper
@FromPaper(value = "homeostatic", at = "lrh.py")
public record RateClip(double floor, double below, double most) {
  private static final double FLOOR_OF_PAPER = 1e-8;

  /// Checks the order of the three.
  public RateClip {
    if (!(floor > 0 && floor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("floor must be above 0 and finite, was " + floor);
    }
    if (!(below >= 0 && below <= floor)) {
      throw new IllegalArgumentException("below must be in [0, " + floor + "], was " + below);
    }
    if (!(most >= floor)) {
      throw new IllegalArgumentException("most must be at least " + floor + ", was " + most);
    }
  }

  /// The paper's floor of 1e-8, under whatever is lower, and no upper bound.
  public static RateClip ofPaper() {
    return new RateClip(FLOOR_OF_PAPER, FLOOR_OF_PAPER, Double.POSITIVE_INFINITY);
  }

  /// The published program's test to the letter: 0 and dust above it stay.
  public static RateClip literal() {
    return new RateClip(FLOOR_OF_PAPER, 0, Double.POSITIVE_INFINITY);
  }

  /// The same with an upper bound.
  public RateClip upTo(double bound) {
    return new RateClip(floor, below, bound);
  }

  /// The rate in its range.
  public double clipped(double eta) {
    return eta < below ? floor : Math.min(eta, most);
  }
}
