// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import engram.flow.patch.FeatureNoise;
import engram.lab.Trial;

/// The three settings in which the threshold is checked: a net's width and the length of the strong
/// patch.
enum Net {
  /// Threshold 5.
  BASE(10, 1),
  /// Threshold 10.
  WIDE(20, 1),
  /// Threshold 3.47.
  LONG(10, 1.2);

  final int filters;
  final double strongNorm;

  Net(int filters, double strongNorm) {
    this.filters = filters;
    this.strongNorm = strongNorm;
  }

  /// The arm with a step at a multiple of the threshold.
  String arm(double multiple) {
    return "m=" + filters + " u=" + strongNorm + " k=" + multiple;
  }

  /// A world of this setting.
  World world(FeatureNoise law, Training p, Trial trial) {
    return World.of(law.withStrongNorm(strongNorm).requireBothKinds(), filters, p, trial);
  }
}
