// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm.match;

import engram.lab.measure.Notebook;
import engram.paper.pspm.shared.Recording;
import engram.spiking.pool.rival.DrivenPerceptron;
import engram.spiking.replay.RecurrentWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rival that knows the neuron, with its tuning: three rates, as many passes each as PSPM has
/// epochs, and the rate with the fewest corrections left; PSPM's constants were tuned by hand in
/// the spec, on the same task. Both begin at the same weights.
final class Perceptrons {
  private static final List<Double> RATES = List.of(0.003, 0.01, 0.03);
  private static final String TUNING = "tuning";

  private Perceptrons() {}

  static RecurrentWeights perceptron(Recording recording, int passes, Notebook out, String arm) {
    return perceptron(recording, RATES, passes, out, arm);
  }

  /// At the least rate alone, which a long recording needs.
  static RecurrentWeights slowPerceptron(
      Recording recording, int passes, Notebook out, String arm) {
    return perceptron(recording, RATES.subList(0, 1), passes, out, arm);
  }

  private static RecurrentWeights perceptron(
      Recording recording, List<Double> rates, int passes, Notebook out, String arm) {
    DrivenPerceptron.Fit best = null;
    for (double rate : rates) {
      DrivenPerceptron.Fit fit =
          new DrivenPerceptron(rate, 0, passes)
              .fit(
                  recording.net(),
                  recording.first(),
                  recording.mask(),
                  recording.train().input(),
                  recording.train().target());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("arm", arm);
      row.put("rate", rate);
      row.put("most passes", passes);
      row.put("corrections left", fit.corrections());
      out.row(TUNING, row);
      best = best == null || fit.corrections() < best.corrections() ? fit : best;
    }
    if (best == null) {
      throw new IllegalArgumentException("rates must be 1 or more, was none");
    }
    return best.weights();
  }
}
