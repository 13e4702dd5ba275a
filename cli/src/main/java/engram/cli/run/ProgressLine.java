// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.lab.run.Job;
import engram.lab.run.RunEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// The line at the bottom of the screen that says how far a run is, redrawn in place on a terminal
/// and absent elsewhere.
final class ProgressLine {
  private static final int BAR = 16;
  private static final Duration QUIET_FOR = Duration.ofMillis(700);
  private static final String CLEAR = "\r\u001b[2K";

  private final Surroundings around;
  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Integer> replicates = new HashMap<>();
  private final Map<String, Double> fractions = new HashMap<>();
  private final Instant began;
  private final boolean live;
  private final double total;
  private double done;
  private boolean shown;

  ProgressLine(Surroundings around, Checkup checkup, boolean quiet) {
    this.around = around;
    this.began = around.clock().instant();
    this.live = around.screen().live() && !quiet;
    double sum = 0;
    for (Checkup.Part part : checkup.parts()) {
      if (part.job().isPresent()) {
        Job<?> job = part.job().get();
        double weight = Math.max(1e-3, part.needs().cpuSeconds());
        weights.put(part.experiment().id(), weight);
        replicates.put(part.experiment().id(), job.replicates());
        sum += weight * job.replicates();
      }
    }
    this.total = sum;
  }

  /// Takes an event in and redraws.
  void hear(RunEvent event) {
    switch (event) {
      case RunEvent.Progressed p -> {
        fractions.put(p.experiment() + "/" + p.replicate(), p.fraction());
        draw(p.experiment(), p.replicate());
      }
      case RunEvent.Started s -> draw(s.experiment(), s.replicate());
      case RunEvent.ReplicateFinished f -> {
        fractions.remove(f.experiment() + "/" + f.replicate());
        done += weights.getOrDefault(f.experiment(), 0.0);
        draw(f.experiment(), f.replicate());
      }
      case RunEvent.Failed _, RunEvent.ExperimentFinished _, RunEvent.CheckpointRefused _ -> {}
    }
  }

  /// Takes the line off the screen, so that something else can be printed.
  void clear() {
    if (shown) {
      around.err().print(CLEAR);
      around.err().flush();
      shown = false;
    }
  }

  private void draw(String experiment, int replicate) {
    Duration taken = Duration.between(began, around.clock().instant());
    if (!live || total == 0 || taken.compareTo(QUIET_FOR) < 0) {
      return;
    }
    double share = Math.min(1, (done + partial()) / total);
    int full = (int) Math.round(share * BAR);
    double seconds = taken.toMillis() / 1000.0;
    String left = share > 0.02 ? Words.duration(seconds * (1 - share) / share) + " left" : "";
    String line =
        "  ["
            + "#".repeat(full)
            + "-".repeat(BAR - full)
            + "]  "
            + experiment
            + "  replicate "
            + (replicate + 1)
            + " of "
            + replicates.getOrDefault(experiment, 0)
            + "   "
            + left;
    int most = around.screen().columns() - 1;
    around.err().print(CLEAR + (line.length() > most ? line.substring(0, most) : line));
    around.err().flush();
    shown = true;
  }

  private double partial() {
    double sum = 0;
    for (Map.Entry<String, Double> entry : fractions.entrySet()) {
      String experiment = entry.getKey().substring(0, entry.getKey().indexOf('/'));
      sum += entry.getValue() * weights.getOrDefault(experiment, 0.0);
    }
    return sum;
  }
}
