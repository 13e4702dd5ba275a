// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import engram.lab.claim.Scale;
import engram.state.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `run.json` and the `params.json` of each experiment. Parameters lie beside the replicates that
/// they made; `run.json` keeps a digest of them, so that a change by hand is seen.
record RunJson(
    int engram,
    String id,
    String began,
    String slug,
    String source,
    Scale scale,
    long seed,
    Map<String, String> overrides,
    List<Listed> experiments,
    Provenance provenance) {
  /// The version of a run folder that this code writes, and the newest that it reads.
  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /// An experiment as `run.json` lists it.
  ///
  /// @param parameters the digest of its parameters
  record Listed(String id, int replicates, String parameters) {}

  /// The content of a `params.json`.
  record Params(Map<String, String> parameters) {}

  /// Writes both kinds of file into a new folder.
  static void write(Path folder, String id, String began, RunPlan plan, Disk disk)
      throws IOException {
    for (RunPlan.Planned planned : plan.experiments()) {
      Path experiment = Files.createDirectories(folder.resolve(planned.id()));
      put(disk, experiment.resolve("params.json"), new Params(planned.parameters()));
    }
    List<Listed> listed =
        plan.experiments().stream()
            .map(p -> new Listed(p.id(), p.replicates(), Sha256.hex(parameters(p.parameters()))))
            .toList();
    put(
        disk,
        folder.resolve("run.json"),
        new RunJson(
            FORMAT,
            id,
            began,
            plan.slug(),
            plan.source(),
            plan.scale(),
            plan.seed(),
            plan.overrides(),
            listed,
            plan.provenance()));
  }

  /// Reads `run.json`.
  static RunJson read(Path folder) {
    Path file = folder.resolve("run.json");
    JsonNode tree = get(file, JsonNode.class);
    int format = tree.path("engram").asInt(0);
    if (format > FORMAT) {
      throw new RunFolderException(
          folder
              + " is of format "
              + format
              + ", newer than "
              + FORMAT
              + ": a newer Engram reads it; nothing was changed");
    }
    return whole(tree, file);
  }

  /// Runs that were made before provenance had sources are read as without.
  private static RunJson whole(JsonNode tree, Path file) {
    if (tree.path("provenance") instanceof ObjectNode provenance && !provenance.has("sources")) {
      provenance.putObject("sources");
    }
    try {
      return JSON.treeToValue(tree, RunJson.class);
    } catch (JacksonException e) {
      throw damaged(file, e);
    }
  }

  /// The plan, with the parameters of each experiment.
  RunPlan plan(Path folder) {
    try {
      List<RunPlan.Planned> planned =
          experiments.stream()
              .map(e -> new RunPlan.Planned(e.id, e.replicates, parameters(folder, e)))
              .toList();
      return new RunPlan(slug, source, scale, seed, overrides, planned, provenance);
    } catch (IllegalArgumentException e) {
      throw new RunFolderException(
          folder.resolve("run.json") + " is damaged: " + e.getMessage(), e);
    }
  }

  /// The canonical text of parameters: one a line, in order.
  static String parameters(Map<String, String> parameters) {
    StringBuilder text = new StringBuilder();
    parameters.forEach((name, value) ->
        text.append("parameter ")
            .append(JSON.writeValueAsString(name))
            .append('=')
            .append(JSON.writeValueAsString(value))
            .append('\n'));
    return text.toString();
  }

  private static Map<String, String> parameters(Path folder, Listed listed) {
    Path file = folder.resolve(listed.id).resolve("params.json");
    Map<String, String> parameters = get(file, Params.class).parameters();
    String found = Sha256.hex(parameters(parameters));
    if (!found.equals(listed.parameters)) {
      throw new RunFolderException(
          file
              + " was changed: run.json has digest "
              + listed.parameters
              + " of the parameters, they have "
              + found);
    }
    return parameters;
  }

  private static void put(Disk disk, Path file, Object value) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(value);
    disk.replace(file, channel -> channel.write(ByteBuffer.wrap(bytes)));
  }

  private static <T> T get(Path file, Class<T> type) {
    try {
      return JSON.readValue(Files.readAllBytes(file), type);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw damaged(file, e);
    }
  }

  private static RunFolderException damaged(Path file, JacksonException e) {
    String message = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
    return new RunFolderException(file + " is damaged: " + message, e);
  }
}
