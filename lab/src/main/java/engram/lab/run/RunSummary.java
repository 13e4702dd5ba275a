// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.error.EngramException;
import engram.error.MachineCannotException;
import engram.error.NumericalException;
import engram.error.RunFolderException;
import java.util.Optional;

/// How a run ended.
///
/// @param finished replicates that are finished now, by whomever
/// @param open replicates that are not: failed, stopped, or at work in another process
/// @param stopped whether the run was asked to stop
/// @param failure the first replicate that failed
public record RunSummary(
    int finished, int open, boolean stopped, Optional<RunEvent.Failed> failure) {
  /// Throws the first failure, if there is one, with experiment and replicate in its message. An
  /// [EngramException] keeps its kind; too little memory is a [MachineCannotException]; everything
  /// else is a defect of the experiment, an `IllegalStateException` with its cause.
  public void throwFailure() {
    if (failure.isPresent()) {
      throw exception(failure.get());
    }
  }

  private static RuntimeException exception(RunEvent.Failed failed) {
    Throwable cause = failed.cause();
    String where = failed.experiment() + " replicate " + failed.replicate() + ": ";
    String message = where + cause.getMessage();
    return switch (cause) {
      case EngramException e ->
          switch (e) {
            case NumericalException _ -> new NumericalException(message, cause);
            case DataMissingException _ -> new DataMissingException(message, cause);
            case DataCorruptException _ -> new DataCorruptException(message, cause);
            case MachineCannotException _ -> new MachineCannotException(message, cause);
            case RunFolderException _ -> new RunFolderException(message, cause);
          };
      case OutOfMemoryError _ ->
          new MachineCannotException(
              where
                  + "needs more memory than the "
                  + (Runtime.getRuntime().maxMemory() >> 20)
                  + " MiB that Java has: use fewer --workers, or give Java more",
              cause);
      default -> new IllegalStateException(where + cause, cause);
    };
  }
}
