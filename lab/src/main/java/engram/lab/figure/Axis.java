// SPDX-License-Identifier: Apache-2.0
package engram.lab.figure;

/// An axis.
///
/// @param label what is on it
/// @param unit its unit; `1` for a pure number
/// @param spacing how values are spaced
public record Axis(String label, String unit, Spacing spacing) {
  /// How values are spaced.
  public enum Spacing {
    /// Equal steps.
    LINEAR,
    /// Equal factors; values at or below 0 are left out.
    LOG,
    /// Names, side by side.
    CATEGORY
  }

  /// An axis of equal steps.
  public static Axis linear(String label, String unit) {
    return new Axis(label, unit, Spacing.LINEAR);
  }

  /// An axis of equal factors.
  public static Axis log(String label, String unit) {
    return new Axis(label, unit, Spacing.LOG);
  }

  /// An axis of names.
  public static Axis category(String label) {
    return new Axis(label, "1", Spacing.CATEGORY);
  }

  /// Label and unit as they stand at the axis: `rate (Hz)`; the label alone for a pure number.
  public String title() {
    return unit.equals("1") || unit.isBlank() ? label : label + " (" + unit + ")";
  }
}
