// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// A data set that is not on this machine: says where it was sought and what brings it.
public final class DataMissingException extends EngramException {
  private static final long serialVersionUID = 1L;

  /// @param message one line: what, where, what to do
  public DataMissingException(String message) {
    super(message);
  }

  /// @param message one line: what, where, what to do
  /// @param cause what was met below
  public DataMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
