// SPDX-License-Identifier: Apache-2.0
package engram.cli;

import engram.cli.run.Request;
import engram.cli.words.UsageException;
import engram.cli.words.Words;
import engram.lab.claim.Scale;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Options that mean the same on every verb that has them.
final class RunOptions {
  private static final long USUAL_SEED = 42;

  @Option(names = "--seed", paramLabel = "N", description = "root of all randomness (default 42)")
  private long seed = USUAL_SEED;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      description = "replicates of each experiment, in place of what its claims ask for")
  private Optional<Integer> replicates = Optional.empty();

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      description =
          "smoke (seconds, decides nothing), small (the default) or full (the paper's own)")
  private String scale = "small";

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "change a parameter; engram show SLUG lists them; may be repeated")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "replicates at once (default: the cores); changes no result")
  private Optional<Integer> workers = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR", description = "where data sets are sought first")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "where runs are kept (default: ENGRAM_HOME, else the usual place)")
  private Optional<Path> home = Optional.empty();

  @Option(names = "--quiet", description = "no progress, no notes")
  private boolean quiet;

  @Option(
      names = "--json",
      description = "one document at the end, and nothing else on standard output")
  private boolean json;

  @Option(
      names = "--events",
      description = "JSON lines while running, and nothing else on standard output")
  private boolean events;

  Optional<Path> data() {
    return data;
  }

  Optional<Path> home() {
    return home;
  }

  boolean quiet() {
    return quiet;
  }

  boolean json() {
    return json;
  }

  boolean events() {
    return events;
  }

  int workers() {
    int count = workers.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (count < 1 || count > 1024) {
      throw new UsageException("--workers must be in [1, 1024], was " + count);
    }
    return count;
  }

  /// Refuses options that change what is run, for a verb that repeats a run as it was.
  void requireNothingChanged(String what) {
    if (seed != USUAL_SEED
        || replicates.isPresent()
        || !scale.equals("small")
        || !overrides.isEmpty()) {
      throw new UsageException(
          what + " has the seed, scale, parameters and replicates of its run: leave them out");
    }
  }

  Request request() {
    if (replicates.isPresent() && (replicates.get() < 1 || replicates.get() > 100_000)) {
      throw new UsageException("--replicates must be in [1, 100000], was " + replicates.get());
    }
    return new Request(
        scale(),
        seed,
        replicates.map(OptionalInt::of).orElse(OptionalInt.empty()),
        overrides,
        workers());
  }

  private Scale scale() {
    return Arrays.stream(Scale.values())
        .filter(s -> Words.lower(s).equals(scale.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "--scale must be one of "
                    + Arrays.stream(Scale.values())
                        .map(Words::lower)
                        .collect(Collectors.joining(", "))
                    + ", was "
                    + scale));
  }
}
