// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.words.UsageException;
import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.error.EngramException;
import engram.error.MachineCannotException;
import engram.error.NumericalException;
import engram.error.RunFolderException;

/// Exit codes; 1 and 3 are the JVM's own.
final class ExitCode {
  /// The command did its work; verdicts do not change it.
  static final int DONE = 0;

  /// A mistake in what was typed.
  static final int USAGE = 2;

  /// `--require` was not met.
  static final int NOT_MET = 10;

  /// A defect of ours.
  static final int DEFECT = 70;

  private ExitCode() {}

  static int of(Exception thrown) {
    return switch (thrown) {
      case UsageException _ -> USAGE;
      case EngramException e ->
          switch (e) {
            case DataMissingException _ -> 20;
            case DataCorruptException _ -> 21;
            case MachineCannotException _ -> 30;
            case NumericalException _ -> 40;
            case RunFolderException _ -> 50;
          };
      default -> DEFECT;
    };
  }
}
