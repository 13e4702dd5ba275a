// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// Data that is there and cannot be believed: wrong magic number, wrong length, wrong checksum.
/// Names the file and the place in it.
public final class DataCorruptException extends EngramException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what, where, what to do
  public DataCorruptException(String message) {
    super(message);
  }

  /// @param message one line: what, where, what to do
  /// @param cause what was met below
  public DataCorruptException(String message, Throwable cause) {
    super(message, cause);
  }
}
