// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// This machine lacks what the work needs (JDK, module, memory): says what is needed and what is
/// present.
public final class MachineCannotException extends EngramException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what, where, what to do
  public MachineCannotException(String message) {
    super(message);
  }

  /// @param message one line: what, where, what to do
  /// @param cause what was met below
  public MachineCannotException(String message, Throwable cause) {
    super(message, cause);
  }
}
