// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

/// A measure in an arm of an experiment: the key under which a number is stored and found.
///
/// @param measure what is measured
/// @param arm the arm; empty where an experiment has none
public record At(Measure measure, String arm) {
  /// Checks the arm.
  public At {
    if (arm.indexOf('@') >= 0 || !arm.equals(arm.strip())) {
      throw new IllegalArgumentException(
          "arm of " + measure.name() + " must be without '@' and outer blanks, was '" + arm + "'");
    }
  }

  /// `accuracy@trained`, or `accuracy` where there is no arm: the name in storage.
  public String key() {
    return arm.isEmpty() ? measure.name() : measure.name() + "@" + arm;
  }

  @Override
  public String toString() {
    return key();
  }
}
