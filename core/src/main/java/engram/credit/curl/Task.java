// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

/// What a student learns, as the two sums that a full-batch step needs.
///
///     e = y - y*,   a = (W2' e) f'(W1 x)
///     first = < a x' >,   second = < e h' >,   loss = < |e|^2 > / (2 K)
///
/// The output's nonlinearity is applied and not differentiated, as in the authors' scripts: for
/// units other than the identity `first` and `second` are not the gradient of the loss, though
/// each error has its sign.
public sealed interface Task permits ExampleTask, CovarianceTask {
  /// The shape of the networks that it fits.
  NetShape shape();

  /// The loss of a network.
  double loss(TwoLayerNet net);

  /// Writes both sums.
  ///
  /// @param back what carries errors back, hidden by outputs: `W2'`, or fixed numbers
  /// @param first receives `< a x' >`, hidden by inputs
  /// @param second receives `< e h' >`, outputs by hidden
  /// @return the loss
  double sums(TwoLayerNet net, double[] back, double[] first, double[] second);
}
