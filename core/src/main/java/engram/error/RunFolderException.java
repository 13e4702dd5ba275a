// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// A run folder that cannot be written, is damaged or was written by a newer version: says what was
/// kept.
public final class RunFolderException extends EngramException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what, where, what to do
  public RunFolderException(String message) {
    super(message);
  }

  /// @param message one line: what, where, what to do
  /// @param cause what was met below
  public RunFolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
