// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.DataCorruptException;
import engram.error.DataMissingException;
import engram.state.Safetensors;
import engram.state.Sha256;
import engram.state.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A replicate's state in the middle, with what ties it to the file beside it: notes that begin
/// with `lab.` name the run, the experiment, the replicate, and how many lines of the file were
/// written before it, with their digest.
///
/// @param state the experiment's snapshot, without the lab's notes; empty if there is none to use
/// @param lines the lines of the replicate's file that were written before it
/// @param seconds that the replicate had taken by then
/// @param problem why a checkpoint that is there cannot be used; empty otherwise
record Checkpoint(Optional<Snapshot> state, List<String> lines, double seconds, String problem) {
  /// No checkpoint.
  static final Checkpoint NONE = new Checkpoint(Optional.empty(), List.of(), 0, "");

  private static final String PREFIX = "lab.";

  /// The checkpoint of a replicate.
  ///
  /// @param written the complete lines of the replicate's file, between head and end
  /// @throws engram.error.RunFolderException if a newer Engram wrote it
  static Checkpoint read(RunFolder run, String experiment, int replicate, List<String> written) {
    Path file = run.checkpoint(experiment, replicate);
    try {
      Snapshot snapshot = Safetensors.read(file);
      Map<String, String> notes = snapshot.notes();
      String belongs = belongs(run, experiment, replicate);
      if (!notes.getOrDefault(PREFIX + "of", "").equals(belongs)) {
        return unusable(file + " is not the checkpoint of " + belongs);
      }
      int count = (int) number(notes, "lines");
      double seconds = number(notes, "seconds");
      if (!(count >= 0 && count <= written.size() && seconds >= 0)) {
        return unusable(file + " stands behind lines that are not there");
      }
      List<String> kept = written.subList(0, count);
      if (!digest(kept).equals(notes.get(PREFIX + "digest"))) {
        return unusable(file + " stands behind other lines than those that are there");
      }
      return new Checkpoint(
          Optional.of(snapshot.withoutNotes(PREFIX)), List.copyOf(kept), seconds, "");
    } catch (DataMissingException _) {
      return NONE;
    } catch (DataCorruptException e) {
      return unusable(String.valueOf(e.getMessage()));
    }
  }

  /// A snapshot with the notes that tie it to the lines written before it.
  static Snapshot tied(
      Snapshot state,
      RunFolder run,
      String experiment,
      int replicate,
      int lines,
      String digest,
      long step,
      double seconds) {
    return state
        .withNote(PREFIX + "of", belongs(run, experiment, replicate))
        .withNote(PREFIX + "lines", Integer.toString(lines))
        .withNote(PREFIX + "digest", digest)
        .withNote(PREFIX + "step", Long.toString(step))
        .withNote(PREFIX + "seconds", Double.toString(seconds));
  }

  /// A digest of lines.
  static String digest(List<String> lines) {
    return Sha256.hex(ReplicateFile.bytes(lines));
  }

  private static String belongs(RunFolder run, String experiment, int replicate) {
    return run.id() + "/" + experiment + "/" + replicate;
  }

  private static double number(Map<String, String> notes, String key) {
    String text = notes.getOrDefault(PREFIX + key, "");
    return text.matches("[0-9]{1,9}(\\.[0-9]{1,20})?(E-?[0-9]{1,2})?")
        ? Double.parseDouble(text)
        : -1;
  }

  private static Checkpoint unusable(String problem) {
    return new Checkpoint(
        Optional.empty(),
        List.of(),
        0,
        problem + "; the replicate begins anew, with the same bits");
  }
}
