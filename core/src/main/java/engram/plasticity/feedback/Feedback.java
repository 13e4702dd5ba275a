// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.feedback;

/// How the error of a layer comes to the one below: `delta_l = (B_l delta_{l+1}) f'(a_l)`.
public enum Feedback {
  /// `B_l = W_{l+1}^T`: backpropagation.
  TRANSPOSE,
  /// B_l is random and stays: feedback alignment [1].
  RANDOM,
  /// B_l has the signs of `W_{l+1}^T` and random sizes that stay.
  SIGN,
  /// B_l learns what W learns, with the same decay: `dB_l = dW_{l+1}^T`, so it goes to `W^T` [3],
  /// [4].
  KOLEN_POLLACK,
  /// The error of the last layer comes to each layer at once, `B_l e` [2].
  DIRECT
}
