// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import engram.neuron.internal.Require;
import engram.random.KeyedDraws;
import java.util.List;
import java.util.Optional;

/// A neuron without memory that fires with a probability: the probabilistic integrate-and-fire
/// neuron of branching networks, and, without input, a Bernoulli source.
///
///     P(spike) = clip(p + sum of what arrives, 0, 1)
///
/// Its one variable, `excess`, is that probability minus a number drawn from (0, 1), and a spike
/// where it is 0 or more. Draws are keyed by (neuron, step): they do not depend on what else runs.
///
/// Its one receptor, `probability`, takes probabilities, which may be negative.
///
/// @param probability p, of a spike in a step without input; in [0, 1]
public record StochasticNeuron(double probability) implements NeuronModel {
  private static final List<Receptor> RECEPTORS = List.of(new Receptor("probability", "1"));
  private static final float[] THRESHOLD = {0};

  /// Checks.
  public StochasticNeuron {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
    }
  }

  /// A source that fires at a rate, at most once a step.
  public static StochasticNeuron firingAt(double rateHz, double dtMs) {
    Require.atLeast("rateHz", rateHz, 0);
    Require.above("dtMs", dtMs, 0);
    return new StochasticNeuron(rateHz * dtMs / 1000);
  }

  @Override
  public List<Variable> variables() {
    return List.of(new Variable("excess", "1", -1));
  }

  @Override
  public List<Receptor> receptors() {
    return RECEPTORS;
  }

  @Override
  public int refractorySteps(double dtMs) {
    return 0;
  }

  @Override
  public NeuronKernel kernel(Site site) {
    return new Kernel((float) probability, site);
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    int[] draw = new int[1];
    return Optional.of(
        new NeuronDefinition() {
          @Override
          public void advance(double[] x, double[] in, long step) {
            KeyedDraws.bits24(site.key(), step, site.first(), draw, 0, 1);
            double p = Math.clamp(probability + in[0], 0, 1);
            x[0] = p - (draw[0] + 0.5) * 0x1.0p-24;
          }

          @Override
          public double threshold() {
            return 0;
          }

          @Override
          public void reset(double[] x) {}
        });
  }

  private static final class Kernel implements NeuronKernel {
    private final float probability;
    private final Site site;
    private final int[] draws;

    Kernel(float probability, Site site) {
      this.probability = probability;
      this.site = site;
      this.draws = new int[site.count()];
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      KeyedDraws.bits24(site.key(), step, site.first() + from, draws, from, to - from);
      float[] excess = x[0];
      float[] arrived = in[0];
      for (int i = from; i < to; i++) {
        float p = Math.max(0, Math.min(1, probability + arrived[i]));
        excess[i] = p - (draws[i] + 0.5f) * 0x1.0p-24f;
      }
    }

    @Override
    public float[] threshold() {
      return THRESHOLD;
    }

    @Override
    public void reset(float[][] x, int[] which, int from, int to) {}
  }
}
