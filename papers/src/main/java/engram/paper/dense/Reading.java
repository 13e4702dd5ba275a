// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.lab.measure.Measure;

/// What several pages measure.
final class Reading {
  /// How many replicates decide. Eight, the usual number, left seven of thirteen claims undecided.
  static final int REPLICATES = 24;

  static final Measure OVERLAP =
      Measure.of("overlap", "m = (1/N) sum xi sigma with the archetype, mean after the burn-in");
  static final Measure EXAMPLE_OVERLAP =
      Measure.of(
          "example-overlap", "n = (1/N) sum y sigma with the normalised mean of the examples");
  static final Measure SETTLED =
      Measure.of("settled-overlap", "m with the archetype after settling from it at T = 0");
  static final Measure ACCURACY =
      Measure.of("accuracy", "test images whose class has the largest overlap after relaxation");
  static final Measure RECOVERED =
      Measure.of("recovered-overlap", "m with a stored image, from a quarter of it turned");

  private Reading() {}
}
