// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import java.util.List;

/// What an SKA network is made of.
///
/// @param sizes numbers of inputs and of units a layer, at least two; the papers' 784, 256, 128,
///   64, 10
/// @param eta the step in the papers' unit of time, above 0; theirs .01
/// @param rule the gradient that each layer descends
/// @param initScale standard deviation of the first weights, 0 or more; theirs .01. Biases begin at
///   0
public record SkaParameters(List<Integer> sizes, double eta, SkaRule rule, double initScale) {
  /// Checks every value.
  public SkaParameters {
    sizes = List.copyOf(sizes);
    if (sizes.size() < 2) {
      throw new IllegalArgumentException(
          "sizes must be inputs and at least one layer, was " + sizes);
    }
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException("sizes must be at least 1, was " + sizes);
      }
    }
    if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eta must be above 0 and finite, was " + eta);
    }
    if (!(initScale >= 0 && initScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "initScale must be 0 or more and finite, was " + initScale);
    }
  }

  /// The papers' network for so many inputs: layers of 256, 128, 64 and 10, step .01, the code's
  /// rule, first weights of standard deviation .01.
  public static SkaParameters ofPaper(int inputs) {
    return new SkaParameters(List.of(inputs, 256, 128, 64, 10), 0.01, SkaRule.CODE, 0.01);
  }

  /// The same with another step.
  public SkaParameters withEta(double other) {
    return new SkaParameters(sizes, other, rule, initScale);
  }

  /// The same with another rule.
  public SkaParameters withRule(SkaRule other) {
    return new SkaParameters(sizes, eta, other, initScale);
  }

  /// The same with another scale of the first weights.
  public SkaParameters withInitScale(double other) {
    return new SkaParameters(sizes, eta, rule, other);
  }

  /// The same with the first layers only.
  ///
  /// @param count how many, in [1, layers()]
  public SkaParameters withLayers(int count) {
    if (count < 1 || count > layers()) {
      throw new IllegalArgumentException("count must be in [1, " + layers() + "], was " + count);
    }
    return new SkaParameters(sizes.subList(0, count + 1), eta, rule, initScale);
  }

  /// How many layers.
  public int layers() {
    return sizes.size() - 1;
  }
}
