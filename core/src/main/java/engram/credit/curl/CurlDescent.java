// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.random.Seeds;
import engram.source.FromPaper;

/// The settings of a descent by signed updates.
///
///     dW1 = -eta < a x' > D1,   dW2 = -eta < e h' > D2,   then each layer back to its norm
///
/// | symbol | meaning | default |
/// | --- | --- | --- |
/// | eta | step, per full batch, in units of the loss | 0.1 |
/// | norm | what is held of each layer | Frobenius |
/// | feedback | what carries errors back | the second layer |
/// | feedbackScale | range of fixed feedback, over sqrt N | 1 |
/// | part | whether the curl part keeps its direction | AS_MASKED |
///
/// The scripts run mini-batches with a step of `0.1 batch / P`: one epoch of theirs is about one
/// full-batch step of 0.1. A negative eta climbs.
///
/// @param eta finite, not 0
/// @param norm what is held of each layer
/// @param feedback what carries errors back
/// @param feedbackScale above 0; read for fixed feedback alone
/// @param part what becomes of the part of an update by which the mask differs from the gradient
@FromPaper(value = "curl-descent", at = "code: learners")
public record CurlDescent(
    double eta, NormConstraint norm, Feedback feedback, double feedbackScale, Part part) {
  /// The step of the scripts.
  public static final double PAPER_ETA = 0.1;

  /// What becomes of the curl part, `< a x' > (D1 - 1)` and `< e h' > (D2 - 1)`.
  public enum Part {
    /// It stays.
    AS_MASKED,
    /// Each layer's is replaced by a random direction of the same length, drawn anew at each step:
    /// the gradient with noise of equal norm.
    ISOTROPIC
  }

  /// Checks.
  public CurlDescent {
    if (eta == 0 || !Double.isFinite(eta)) {
      throw new IllegalArgumentException("eta must be finite and not 0, was " + eta);
    }
    if (!(feedbackScale > 0) || !Double.isFinite(feedbackScale)) {
      throw new IllegalArgumentException(
          "feedbackScale must be finite and above 0, was " + feedbackScale);
    }
  }

  /// The main figures' settings with this step.
  public static CurlDescent of(double eta) {
    return new CurlDescent(eta, NormConstraint.FROBENIUS, Feedback.GRADIENT, 1, Part.AS_MASKED);
  }

  /// The same with this held.
  public CurlDescent holding(NormConstraint held) {
    return new CurlDescent(eta, held, feedback, feedbackScale, part);
  }

  /// The same with this feedback.
  public CurlDescent with(Feedback other) {
    return new CurlDescent(eta, norm, other, feedbackScale, part);
  }

  /// The same with the curl part turned into noise of its length.
  public CurlDescent withNoiseInstead() {
    return new CurlDescent(eta, norm, feedback, feedbackScale, Part.ISOTROPIC);
  }

  /// A learner of a task that starts at a network, which it copies.
  ///
  /// @param seeds fixed feedback comes from its stream `feedback`, noise from `noise`
  public CurlLearner learner(TwoLayerNet start, Task task, SignMask mask, Seeds seeds) {
    if (!start.shape().equals(task.shape())) {
      throw new IllegalArgumentException(
          "shape of the student must be " + task.shape() + ", was " + start.shape());
    }
    mask.requireFits(start.shape());
    return new CurlLearner(this, start.copy(), task, mask, seeds);
  }

  /// The flow of the weights, both layers in one array, without norms and with the second layer as
  /// feedback: `v = -(< a x' > D1, < e h' > D2)`.
  public static Flow flow(Task task, SignMask mask) {
    mask.requireFits(task.shape());
    return new MaskedFlow(task, mask);
  }
}
