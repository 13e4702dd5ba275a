// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

/// A vector field `v(theta)`: where a point of the weights' space is carried.
public interface Flow {
  /// The numbers of a point.
  int size();

  /// Writes the velocity at a point.
  void velocity(double[] at, double[] into);
}
