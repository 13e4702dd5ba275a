// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// What could explain a claim away. The line says what must be seen if the mechanism is the cause;
/// where it fails, the claim "holds, but".
///
/// @param name what it is, as a person would call it: `untrained net`, `nearest class mean`
/// @param kind what sort of explanation it offers
/// @param line what must be seen if the mechanism, not this control, is the cause
public record Control(String name, Kind kind, PassLine line) {
  /// The sorts of controls.
  public enum Kind {
    /// A simpler explanation competes.
    RIVAL,
    /// The mechanism is taken out.
    ABLATION,
    /// Nothing is there to be found.
    NULL
  }

  /// Checks the name.
  public Control {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of a control must be not blank, was '" + name + "'");
    }
  }

  /// A simpler explanation competes.
  public static Control rival(String name, PassLine line) {
    return new Control(name, Kind.RIVAL, line);
  }

  /// The mechanism is taken out.
  public static Control ablation(String name, PassLine line) {
    return new Control(name, Kind.ABLATION, line);
  }

  /// Nothing is there to be found.
  public static Control nothing(String name, PassLine line) {
    return new Control(name, Kind.NULL, line);
  }
}
