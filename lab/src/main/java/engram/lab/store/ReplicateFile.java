// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import engram.lab.measure.Entry;
import engram.lab.measure.Replicate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A replicate's file as it lies on the disk: its head, which names the owner, the complete lines
/// after it, and whether an end line closes it. A last line without its line break was cut by a
/// kill and does not count.
///
/// @param file where it is
/// @param owner who took the replicate last; empty if not even the head is complete
/// @param lines the complete lines between head and end
/// @param end the end line, if there is one
record ReplicateFile(Path file, String owner, List<String> lines, Optional<End> end) {
  /// The version of a replicate's file that this code writes, and the newest that it reads.
  static final int FORMAT = 1;

  private static final JsonMapper JSON = JsonMapper.shared();

  /// What an end line says.
  ///
  /// @param digest of the entries
  /// @param seconds that the replicate took
  record End(String digest, double seconds) {}

  /// Reads the file; empty if there is none.
  static Optional<ReplicateFile> read(Path file, String run, String experiment, int replicate) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be read: " + e.getMessage(), e);
    }
    int complete = bytes.length;
    while (complete > 0 && bytes[complete - 1] != '\n') {
      complete--;
    }
    List<String> lines = new String(bytes, 0, complete, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty()) {
      return Optional.of(new ReplicateFile(file, "", List.of(), Optional.empty()));
    }
    try {
      String owner = owner(file, lines.getFirst(), run, experiment, replicate);
      Optional<End> end = end(lines.getLast());
      if (end.isPresent() && complete < bytes.length) {
        throw new IllegalArgumentException("nothing must follow the end line, was something");
      }
      List<String> between =
          lines.subList(1, Math.max(1, lines.size() - (end.isPresent() ? 1 : 0)));
      return Optional.of(new ReplicateFile(file, owner, between, end));
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  /// The finished replicate.
  ///
  /// @throws RunFolderException if its entries are not those over which the end line's digest was
  ///   taken
  Replicate replicate(int index) {
    End closed = end.orElseThrow();
    List<Entry> entries;
    try {
      entries = new ReplicateLines().read(lines);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
    Replicate replicate = new Replicate(index, entries);
    String digest = replicate.digest();
    if (!digest.equals(closed.digest)) {
      throw new RunFolderException(
          file
              + " was changed after it was finished: its end line has digest "
              + closed.digest
              + ", its entries have "
              + digest
              + "; remove it and resume the run");
    }
    return replicate;
  }

  /// The first line of a file.
  static String head(String owner, String run, String experiment, int replicate) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put("engram", FORMAT)
            .put("run", run)
            .put("experiment", experiment)
            .put("replicate", replicate)
            .put("owner", owner));
  }

  /// The last line of a file.
  static String end(String digest, int entries, double seconds) {
    return JSON.writeValueAsString(
        JSON.createObjectNode().put("end", digest).put("entries", entries).put("seconds", seconds));
  }

  /// Lines as the bytes of a file.
  static byte[] bytes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String owner(
      Path file, String line, String run, String experiment, int replicate) {
    JsonNode head = ReplicateLines.object(line);
    int format = head.path("engram").asInt(0);
    if (format > FORMAT) {
      throw new RunFolderException(
          file
              + " is of format "
              + format
              + ", newer than "
              + FORMAT
              + ": a newer Engram reads it");
    }
    String belongs =
        ReplicateLines.text(head, "run")
            + "/"
            + ReplicateLines.text(head, "experiment")
            + "/"
            + head.path("replicate").asInt(-1);
    String wanted = run + "/" + experiment + "/" + replicate;
    if (format < 1 || !belongs.equals(wanted)) {
      throw new IllegalArgumentException("head must name " + wanted + ", was " + belongs);
    }
    return ReplicateLines.text(head, "owner");
  }

  private static Optional<End> end(String line) {
    if (!line.startsWith("{\"end\"")) {
      return Optional.empty();
    }
    JsonNode end = ReplicateLines.object(line);
    return Optional.of(new End(ReplicateLines.text(end, "end"), end.path("seconds").asDouble(0)));
  }

  private static RunFolderException damaged(Path file, IllegalArgumentException e) {
    return new RunFolderException(
        file + " is damaged: " + e.getMessage() + "; remove it and resume the run", e);
  }
}
