// SPDX-License-Identifier: Apache-2.0
package engram.lab.measure;

/// Something that an experiment measures.
///
/// @param name lower case words joined by hyphens, unique in its experiment: `weak-only-accuracy`
/// @param unit the unit; `1` for a pure number
/// @param meaning one line: what it is and how it is taken
public record Measure(String name, String unit, String meaning) {
  /// Checks the name's form.
  public Measure {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "name of a measure must be lower case words joined by hyphens, was '" + name + "'");
    }
    if (unit.isBlank()) {
      throw new IllegalArgumentException(
          "unit of " + name + " must be not blank, was '" + unit + "'");
    }
  }

  /// A measure without unit.
  public static Measure of(String name, String meaning) {
    return new Measure(name, "1", meaning);
  }

  /// This measure where an experiment has no arms.
  public At plain() {
    return new At(this, "");
  }

  /// This measure in the named arm.
  ///
  /// @param arm any words: `trained`, `n=500 a=128`
  public At in(String arm) {
    return new At(this, arm);
  }
}
