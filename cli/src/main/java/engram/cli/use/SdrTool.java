// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.cli.words.UsageException;
import engram.lab.judge.Wording;
import engram.sequence.sdr.SdrMath;
import engram.sequence.sdr.UnionSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `engram use sdr`: the errors of a segment that reads a sparse pattern, by the closed forms of
/// [SdrMath].
@Command(
    name = "sdr",
    mixinStandardHelpOptions = true,
    description = {
      "How often a dendritic segment errs on sparse patterns, by exact counting.",
      "Inputs: --cells in all, --active of them at once, --synapses on the segment, --threshold to fire."
    })
public final class SdrTool implements Callable<Integer> {
  @Option(
      names = {"--cells", "-n"},
      paramLabel = "N",
      description = "cells in the population (default 2000)")
  private int cells = 2000;

  @Option(
      names = {"--active", "-a"},
      paramLabel = "N",
      description = "cells active at once (default 40)")
  private int active = 40;

  @Option(
      names = {"--synapses", "-s"},
      paramLabel = "N",
      description = "synapses on the segment (default 20)")
  private int synapses = 20;

  @Option(
      names = {"--threshold", "-t"},
      paramLabel = "N",
      description = "active synapses that fire it (default 10)")
  private int threshold = 10;

  @Option(
      names = "--patterns",
      paramLabel = "N",
      description = "patterns that share one segment (default 1)")
  private int patterns = 1;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description = "segments of the neuron (default 1)")
  private int segments = 1;

  @Option(
      names = "--noise",
      paramLabel = "SHARE",
      description = "share of the active cells that fall silent (default 0.3)")
  private double noise = 0.3;

  @Option(
      names = "--at-most",
      paramLabel = "P",
      description = "say the least threshold with a false-positive rate of at most P")
  private Optional<Double> atMost = Optional.empty();

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  private final Surroundings around;

  /// @param around where to print
  public SdrTool(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Map<String, Double> answers = UsageException.unlessRefused(this::answers);
    if (json) {
      Map<String, Object> document = Documents.of("sdr");
      document.putAll(answers);
      around.out().println(Documents.text(document));
      return 0;
    }
    around
        .out()
        .println(
            synapses
                + " synapses, threshold "
                + threshold
                + ", onto "
                + cells
                + " cells of which "
                + active
                + " are active ("
                + Wording.number(100.0 * active / cells)
                + " %)");
    answers.forEach(
        (name, value) -> around.out().println("  %-52s %s".formatted(name, Wording.number(value))));
    return 0;
  }

  private Map<String, Double> answers() {
    if (!(noise >= 0 && noise <= 1)) {
      throw new UsageException("--noise must be in [0, 1], was " + noise);
    }
    UsageException.unlessPositive("--patterns", patterns);
    UsageException.unlessPositive("--segments", segments);
    Map<String, Double> answers = new LinkedHashMap<>();
    double one =
        patterns == 1
            ? SdrMath.falsePositive(cells, active, synapses, threshold)
            : SdrMath.unionFalsePositive(
                cells, active, synapses, threshold, patterns, UnionSize.EXACT);
    answers.put("fires on a random other pattern", one);
    if (segments > 1) {
      answers.put(
          "neuron of " + segments + " segments does", SdrMath.neuronFalsePositive(one, segments));
    }
    int silent = (int) Math.round(noise * active);
    answers.put(
        "misses its own pattern, " + silent + " of " + active + " cells silent",
        SdrMath.falseNegative(active, synapses, threshold, silent));
    atMost.ifPresent(most ->
        answers.put(
            "least threshold with at most " + Wording.exact(most),
            (double) SdrMath.minimalThreshold(cells, active, synapses, most)));
    return answers;
  }
}
