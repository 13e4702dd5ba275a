// SPDX-License-Identifier: Apache-2.0
package engram.error;

/// The common kind of everything that goes wrong outside a caller's arguments. The message is one
/// line that says what, where and what to do, fit to be shown to a person as it is.
public abstract sealed class EngramException extends RuntimeException
    permits DataMissingException,
        DataCorruptException,
        MachineCannotException,
        NumericalException,
        RunFolderException {
  private static final long serialVersionUID = 1L;

  EngramException(String message) {
    super(message);
  }

  EngramException(String message, Throwable cause) {
    super(message, cause);
  }
}
