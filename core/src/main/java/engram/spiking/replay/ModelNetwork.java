// SPDX-License-Identifier: Apache-2.0
package engram.spiking.replay;

import engram.neuron.NeuronDefinition;
import engram.neuron.NeuronModel;
import engram.neuron.Site;
import engram.neuron.Variable;
import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import java.util.Arrays;

/// A net of neurons of any model, all to all, with a delay of one step: the rule sees spikes, so
/// the kind of neuron does not matter to it. Each neuron follows the model's own definition in
/// double precision; small nets only.
///
/// In a step a neuron takes what the spikes of the step before bring, and its recorded input; both
/// arrive as the model says. Then comes its threshold, as in [NeuronModel].
///
/// References: see the package.
@FromPaper(value = "pspm", at = "spec: continuous variants")
public final class ModelNetwork implements ReplayNetwork {
  private final NeuronModel model;
  private final double dtMs;
  private final Wiring wiring;
  private final double[] inputWeights;
  private final int refractorySteps;

  /// Which receptors take what.
  ///
  /// @param excitatory the receptor of positive weights
  /// @param inhibitory the receptor of negative weights
  /// @param sizes whether it takes their size, as a conductance does, or the negative weight itself
  /// @param input the receptor of the recorded input
  public record Wiring(String excitatory, String inhibitory, boolean sizes, String input) {
    /// All at one receptor, weights with their signs.
    public static Wiring one(String receptor) {
      return new Wiring(receptor, receptor, false, receptor);
    }
  }

  /// A net that starts as the model says.
  ///
  /// @param model with a definition and the receptors of the wiring
  /// @param dtMs length of a step, above 0
  /// @param inputWeights what an event of the input brings, finite, one a neuron
  public ModelNetwork(NeuronModel model, double dtMs, Wiring wiring, double[] inputWeights) {
    if (model.definition(Site.of(dtMs, 1)).isEmpty()) {
      throw new IllegalArgumentException("model must have a definition, was " + model);
    }
    model.receptor(wiring.excitatory());
    model.receptor(wiring.inhibitory());
    model.receptor(wiring.input());
    if (inputWeights.length == 0) {
      throw new IllegalArgumentException("inputWeights must be 1 or more, was none");
    }
    for (int i = 0; i < inputWeights.length; i++) {
      if (!Double.isFinite(inputWeights[i])) {
        throw new IllegalArgumentException(
            "inputWeights must be finite, was " + inputWeights[i] + " at neuron " + i);
      }
    }
    this.model = model;
    this.dtMs = dtMs;
    this.wiring = wiring;
    this.inputWeights = inputWeights.clone();
    refractorySteps = model.refractorySteps(dtMs);
  }

  @Override
  public int neurons() {
    return inputWeights.length;
  }

  @Override
  public SpikeRaster replay(RecurrentWeights weights, SpikeRaster input) {
    SpikeRaster spikes = new SpikeRaster(neurons(), input.steps());
    run(weights, input, spikes, spikes);
    return spikes;
  }

  @Override
  public SpikeRaster driven(RecurrentWeights weights, SpikeRaster input, SpikeRaster teacher) {
    Rasters.requireShape("teacher", teacher, neurons(), input.steps());
    SpikeRaster spikes = new SpikeRaster(neurons(), input.steps());
    run(weights, input, teacher, spikes);
    return spikes;
  }

  private void run(
      RecurrentWeights weights, SpikeRaster input, SpikeRaster feedback, SpikeRaster spikes) {
    int n = neurons();
    Rasters.requireShape("input", input, n, input.steps());
    weights.requireNeurons(n);
    NeuronDefinition[] cells = new NeuronDefinition[n];
    double[][] x = new double[n][];
    int[] held = new int[n];
    for (int i = 0; i < n; i++) {
      cells[i] = model.definition(new Site(dtMs, 0, i, 1)).orElseThrow();
      x[i] = model.variables().stream().mapToDouble(Variable::start).toArray();
    }
    double[][] arriving = new double[n][model.receptors().size()];
    for (int t = 0; t < input.steps(); t++) {
      arrive(weights, input, feedback, t, arriving);
      for (int i = 0; i < n; i++) {
        cells[i].advance(x[i], arriving[i], t);
        if (held[i] > 0) {
          held[i]--;
          cells[i].hold(x[i]);
        } else if (x[i][0] >= cells[i].threshold()) {
          spikes.set(i, t);
          cells[i].reset(x[i]);
          held[i] = refractorySteps;
        }
      }
    }
  }

  /// Sums what arrives in step t, by source, then the input.
  private void arrive(
      RecurrentWeights weights,
      SpikeRaster input,
      SpikeRaster feedback,
      int t,
      double[][] arriving) {
    int excitatory = model.receptor(wiring.excitatory());
    int inhibitory = model.receptor(wiring.inhibitory());
    int external = model.receptor(wiring.input());
    for (double[] own : arriving) {
      Arrays.fill(own, 0);
    }
    for (int j = 0; t > 0 && j < neurons(); j++) {
      for (int i = 0; feedback.get(j, t - 1) && i < neurons(); i++) {
        double w = weights.weight(i, j);
        if (w >= 0) {
          arriving[i][excitatory] += w;
        } else {
          arriving[i][inhibitory] += wiring.sizes() ? -w : w;
        }
      }
    }
    for (int i = 0; i < neurons(); i++) {
      arriving[i][external] += input.get(i, t) ? inputWeights[i] : 0;
    }
  }
}
