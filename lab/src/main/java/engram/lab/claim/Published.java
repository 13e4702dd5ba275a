// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// What was published.
///
/// @param figure the figure or the statement, as the source has it
/// @param where the place in the source: `fig. 3`, `eq. 12`, `abstract`; empty if nothing is stated
/// @param known how we know it
public record Published(String figure, String where, Known known) {
  /// No figure is stated anywhere that we could read.
  public static final Published NOTHING = new Published("none stated", "", Known.NOT_STATED);
}
