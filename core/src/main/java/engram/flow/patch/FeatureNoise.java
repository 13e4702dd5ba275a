// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Optional;

/// The law of data with a weak feature, a strong feature and noise.
///
/// Example i has a label `y` of -1 or +1, each with probability 1/2, and three patches of
/// `dimension` numbers:
///
///     weak    y |v| e_v
///     strong  y |u| e_u   in round(strongShare examples) of the examples, else zeros
///     noise   xi ~ N(0, |xi|^2 / (dimension - 2)) in every direction but e_v and e_u
///
/// The directions e_v and e_u are the first two of the coordinate system, which loses nothing:
/// noise and initial weights look the same in every system.
///
/// | component | meaning | default here |
/// | --- | --- | --- |
/// | dimension | numbers a patch | 400 |
/// | examples | size of a set | 40 |
/// | strongShare | share of examples that carry the strong feature | 0.9 |
/// | weakNorm, strongNorm | lengths of the weak and the strong patch | 0.2, 1 |
/// | noiseNorm | root mean square length of the noise patch | 1 |
///
/// References: see the package. The shape is the paper's [1], the constants are ours.
///
/// @param dimension numbers a patch, 3 or more
/// @param examples how many examples
/// @param strongShare share of examples with the strong feature, in [0, 1]
/// @param weakNorm length of the weak patch, 0 or more
/// @param strongNorm length of the strong patch, above 0
/// @param noiseNorm root mean square length of the noise patch, 0 or more
@FromPaper(value = "benign-oscillation", at = "spec: data model")
public record FeatureNoise(
    int dimension,
    int examples,
    double strongShare,
    double weakNorm,
    double strongNorm,
    double noiseNorm) {
  /// Checks; a weak feature that is the longer one is allowed: see [#warning].
  public FeatureNoise {
    if (dimension < 3) {
      throw new IllegalArgumentException("dimension must be 3 or more, was " + dimension);
    }
    if (examples < 1) {
      throw new IllegalArgumentException("examples must be 1 or more, was " + examples);
    }
    if (!(strongShare >= 0 && strongShare <= 1)) {
      throw new IllegalArgumentException("strongShare must be inside [0, 1], was " + strongShare);
    }
    requireLength("weakNorm", weakNorm, weakNorm >= 0, "0 or more");
    requireLength("strongNorm", strongNorm, strongNorm > 0, "above 0");
    requireLength("noiseNorm", noiseNorm, noiseNorm >= 0, "0 or more");
  }

  /// The defaults of the table above.
  public static FeatureNoise standard() {
    return new FeatureNoise(400, 40, 0.9, 0.2, 1, 1);
  }

  /// What is odd about the law, a sentence to be shown; empty if nothing is.
  public Optional<String> warning() {
    return weakNorm > strongNorm
        ? Optional.of("weakNorm should be at most strongNorm, was " + weakNorm + " > " + strongNorm)
        : Optional.empty();
  }

  /// How many examples carry the strong feature: round(strongShare examples).
  public int strongExamples() {
    return (int) Math.round(strongShare * examples);
  }

  /// Standard deviation of one number of the noise patch.
  public double noiseStd() {
    return noiseNorm / Math.sqrt(dimension - 2.0);
  }

  /// This law, if a set has examples of both kinds.
  ///
  /// @throws IllegalArgumentException if all examples or none would carry the strong feature
  public FeatureNoise requireBothKinds() {
    if (strongExamples() == 0 || strongExamples() == examples) {
      throw new IllegalArgumentException(
          "strongShare * examples must leave both kinds, was "
              + strongExamples()
              + " strong of "
              + examples);
    }
    return this;
  }

  /// The same law for so many examples.
  public FeatureNoise withExamples(int count) {
    return new FeatureNoise(dimension, count, strongShare, weakNorm, strongNorm, noiseNorm);
  }

  /// The same law with this share of examples that carry the strong feature.
  public FeatureNoise withStrongShare(double share) {
    return new FeatureNoise(dimension, examples, share, weakNorm, strongNorm, noiseNorm);
  }

  /// The same law with a weak patch of this length.
  public FeatureNoise withWeakNorm(double norm) {
    return new FeatureNoise(dimension, examples, strongShare, norm, strongNorm, noiseNorm);
  }

  /// The same law with a strong patch of this length.
  public FeatureNoise withStrongNorm(double norm) {
    return new FeatureNoise(dimension, examples, strongShare, weakNorm, norm, noiseNorm);
  }

  /// The same law with noise patches of this root mean square length.
  public FeatureNoise withNoiseNorm(double norm) {
    return new FeatureNoise(dimension, examples, strongShare, weakNorm, strongNorm, norm);
  }

  /// Draws a set: labels, which examples are strong, and noise, each from a stream of its own below
  /// the node.
  public FeatureNoiseData draw(Seeds seeds) {
    return FeatureNoiseData.draw(this, seeds);
  }

  private static void requireLength(String name, double value, boolean allowed, String rule) {
    if (!allowed || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and " + rule + ", was " + value);
    }
  }
}
