// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.neuron.NeuronDefinition;
import engram.neuron.NeuronKernel;
import engram.neuron.NeuronModel;
import engram.neuron.Receptor;
import engram.neuron.Site;
import engram.neuron.Variable;
import java.util.List;
import java.util.Optional;

/// The leaky integrate-and-fire neuron whose synapses make the potential jump.
///
///     tau v' = -(v - rest) + (tau / C) I       v += J at an arrival
///
/// solved exactly over a step in which I is constant:
/// `v <- v + (1 - e^(-dt/tau)) (rest + (tau / C) I - v) + J`.
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `potential` | J; lost in the refractory time | mV |
/// | `current` | I, which flows during the step | pA |
///
/// Its one variable is the potential `v` in mV, which starts at rest.
///
/// References: see the package, [1].
///
/// @param membrane below threshold
/// @param firing at threshold
public record LifDelta(Membrane membrane, Firing firing) implements NeuronModel {
  private static final List<Receptor> RECEPTORS =
      List.of(new Receptor("potential", "mV"), new Receptor("current", "pA"));

  @Override
  public List<Variable> variables() {
    return List.of(new Variable("v", "mV", membrane.restMv()));
  }

  @Override
  public List<Receptor> receptors() {
    return RECEPTORS;
  }

  @Override
  public int refractorySteps(double dtMs) {
    return firing.refractorySteps(dtMs);
  }

  @Override
  public NeuronKernel kernel(Site site) {
    return new Kernel(this, new Propagator(site.dtMs(), membrane));
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    double leaked = new Propagator(site.dtMs(), membrane).leaked();
    return Optional.of(
        new FixedReset(firing) {
          @Override
          public void advance(double[] x, double[] in, long step) {
            double drive = membrane.restMv() + membrane.resistanceMvPerPa() * in[1];
            x[0] += leaked * (drive - x[0]) + in[0];
          }
        });
  }

  private static final class Kernel extends FixedResetKernel {
    private final float rest;
    private final float leaked;
    private final float current;

    Kernel(LifDelta model, Propagator exact) {
      super(model.firing);
      rest = (float) model.membrane.restMv();
      leaked = (float) exact.leaked();
      current = (float) exact.current();
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] jump = in[0];
      float[] flow = in[1];
      float e = rest;
      float a = leaked;
      float c = current;
      for (int i = from; i < to; i++) {
        v[i] = Math.fma(c, flow[i], Math.fma(a, e - v[i], v[i])) + jump[i];
      }
    }
  }
}
