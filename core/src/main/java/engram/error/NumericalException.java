// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// A number left its range where no experiment counts that as a result: names the layer, the step
/// and the value.
public final class NumericalException extends EngramException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what, where, what to do
  public NumericalException(String message) {
    super(message);
  }

  /// @param message one line: what, where, what to do
  /// @param cause what was met below
  public NumericalException(String message, Throwable cause) {
    super(message, cause);
  }
}
