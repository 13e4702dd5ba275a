// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

/// Turns a layer's outputs for one sample into a class. Fitted by whoever supplies it: an SKA
/// network has seen no label.
public interface ReadOut {
  /// The class.
  ///
  /// @param outputs a matrix of outputs, row by row
  /// @param at index of the sample's first output
  int classOf(double[] outputs, int at);
}
