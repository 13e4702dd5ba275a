// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import engram.neuron.internal.Require;

/// Something of a neuron that changes in time.
///
/// @param name short, such as `v`
/// @param unit its unit; `1` for pure numbers
/// @param start where it is at the beginning unless a population says otherwise
public record Variable(String name, String unit, double start) {
  /// Checks.
  public Variable {
    Require.text("name of a variable", name);
    Require.text("unit of a variable", unit);
    Require.finite("start of " + name, start);
  }
}
