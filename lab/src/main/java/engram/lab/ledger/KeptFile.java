// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.error.DataCorruptException;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Replicate;
import engram.lab.store.Provenance;
import engram.lab.store.ReplicateLines;
import engram.state.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A kept result as a file of lines:
///
///     {"engram":1,"kind":"kept-result","slug":...,"sources":{...}}     the head
///     {"replicate":0,"digest":"...","seconds":1.2}                     before what it measured
///     {"of":"accuracy","in":"trained","value":0.93}                    as in a run's folder
///     {"end":"sha256 over the lines above"}
///
/// A file that was edited by hand is refused with both digests.
final class KeptFile {
  /// The version that this code writes, and the newest that it reads.
  static final int FORMAT = 1;

  /// The most points of a series that are kept.
  static final int MOST_POINTS = 120;

  private static final JsonMapper JSON = JsonMapper.shared();

  private KeptFile() {}

  /// The file's text.
  static String write(KeptResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(JSON.writeValueAsString(head(result)));
    ReplicateLines writer = new ReplicateLines();
    for (KeptResult.KeptReplicate kept : result.replicates()) {
      ObjectNode line = JSON.createObjectNode();
      line.put("replicate", kept.replicate().index());
      line.put("digest", kept.digest()).put("seconds", kept.seconds());
      lines.add(JSON.writeValueAsString(line));
      kept.replicate().entries().forEach(entry -> lines.addAll(writer.write(entry)));
    }
    lines.add(JSON.writeValueAsString(JSON.createObjectNode().put("end", digest(lines))));
    return String.join("\n", lines) + "\n";
  }

  private static ObjectNode head(KeptResult result) {
    ObjectNode head = JSON.createObjectNode();
    head.put("engram", FORMAT).put("kind", "kept-result");
    head.put("slug", result.slug()).put("experiment", result.experiment());
    head.put("run", result.run()).put("began", result.began()).put("seed", result.seed());
    head.set("parameters", JSON.valueToTree(result.parameters()));
    head.set("provenance", JSON.valueToTree(result.provenance()));
    head.set("claims", JSON.valueToTree(result.claims()));
    head.set("sources", JSON.valueToTree(result.sources().files()));
    return head;
  }

  /// Reads a file.
  ///
  /// @throws DataCorruptException if it is not as it was written
  static KeptResult read(Path file) {
    List<String> lines;
    try {
      lines = Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return read(lines);
    } catch (JacksonException | IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("no JSON");
      throw new DataCorruptException(file + " is no kept result: " + why + "; keep it again", e);
    }
  }

  private static KeptResult read(List<String> lines) {
    if (lines.size() < 2) {
      throw new IllegalArgumentException("it has " + lines.size() + " lines");
    }
    JsonNode head = JSON.readTree(lines.getFirst());
    int format = head.path("engram").asInt(0);
    if (format > FORMAT) {
      throw new IllegalArgumentException("its format is " + format + ", newer than " + FORMAT);
    }
    List<String> body = lines.subList(0, lines.size() - 1);
    String recorded = JSON.readTree(lines.getLast()).path("end").asString("");
    String found = digest(body);
    if (!recorded.equals(found)) {
      throw new IllegalArgumentException(
          "it was changed by hand: its end line has digest "
              + (recorded.isEmpty() ? "none" : recorded)
              + ", its lines have "
              + found);
    }
    return new KeptResult(
        text(head, "slug"),
        text(head, "experiment"),
        text(head, "run"),
        text(head, "began"),
        head.path("seed").asLong(),
        texts(head.path("parameters")),
        JSON.treeToValue(head.path("provenance"), Provenance.class),
        texts(head.path("claims")),
        Sources.of(texts(head.path("sources"))),
        replicates(body.subList(1, body.size())));
  }

  private static List<KeptResult.KeptReplicate> replicates(List<String> lines) {
    ReplicateLines reader = new ReplicateLines();
    List<KeptResult.KeptReplicate> replicates = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      JsonNode head = JSON.readTree(lines.get(at));
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).startsWith("{\"replicate\"")) {
        end++;
      }
      List<Entry> entries = reader.read(lines.subList(at + 1, end));
      replicates.add(
          new KeptResult.KeptReplicate(
              new Replicate(head.path("replicate").asInt(), entries),
              text(head, "digest"),
              head.path("seconds").asDouble()));
      at = end;
    }
    return replicates;
  }

  /// A replicate with its long series thinned.
  ///
  /// @param whole keys whose series are judged, and therefore stay as they are
  static Replicate thinned(Replicate replicate, Set<At> whole) {
    Map<At, Integer> length = new HashMap<>();
    for (Entry entry : replicate.entries()) {
      if (entry instanceof Entry.Point point) {
        length.merge(point.key(), whole.contains(point.key()) ? 0 : 1, Integer::sum);
      }
    }
    Map<At, Integer> seen = new HashMap<>();
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : replicate.entries()) {
      if (!(entry instanceof Entry.Point point)) {
        kept.add(entry);
      } else if (stays(
          seen.merge(point.key(), 1, Integer::sum) - 1, length.getOrDefault(point.key(), 0))) {
        kept.add(entry);
      }
    }
    return new Replicate(replicate.index(), kept);
  }

  /// Whether the i-th of n points is one of those kept: the last, and those where a further whole
  /// share of the way has been passed.
  private static boolean stays(int i, int n) {
    if (n <= MOST_POINTS || i == n - 1) {
      return true;
    }
    long share = MOST_POINTS - 1L;
    return i == 0 || i * share / n != (i - 1) * share / n;
  }

  private static String text(JsonNode line, String field) {
    JsonNode value = line.path(field);
    if (!value.isString()) {
      throw new IllegalArgumentException(field + " must be a text, was " + value);
    }
    return value.stringValue();
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asString("")));
    return texts;
  }

  private static String digest(List<String> lines) {
    return Sha256.hex(String.join("\n", lines) + "\n");
  }
}
