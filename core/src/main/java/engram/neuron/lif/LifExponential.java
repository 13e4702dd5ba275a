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

/// The leaky integrate-and-fire neuron with synaptic currents that jump and decay.
///
///     C v' = -(C / tau) (v - rest) + E + H + I       E' = -E / tauE       H' = -H / tauH
///
/// solved exactly over a step in which I is constant [1], also where a synapse is as slow as the
/// membrane. What arrives joins E and H at the end of the step and moves v from the next on.
///
/// | variable | meaning | unit |
/// | --- | --- | --- |
/// | `v` | potential; starts at rest | mV |
/// | `excitatory`, `inhibitory` | E, H; they flow on in the refractory time | pA |
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `excitatory`, `inhibitory` | a jump of E or H; an inhibitory weight is negative | pA |
/// | `current` | I, which flows during the step | pA |
///
/// References: see the package, [1].
///
/// @param membrane below threshold
/// @param firing at threshold
/// @param times tauE and tauH
public record LifExponential(Membrane membrane, Firing firing, SynapticTimes times)
    implements NeuronModel {
  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable("v", "mV", membrane.restMv()),
        new Variable("excitatory", "pA", 0),
        new Variable("inhibitory", "pA", 0));
  }

  @Override
  public List<Receptor> receptors() {
    return Currents.RECEPTORS;
  }

  @Override
  public int refractorySteps(double dtMs) {
    return firing.refractorySteps(dtMs);
  }

  @Override
  public NeuronKernel kernel(Site site) {
    return new Kernel(this, site.dtMs());
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    double dt = site.dtMs();
    Propagator exact = new Propagator(dt, membrane);
    double ofE = exact.exponential(times.excitatoryMs());
    double ofH = exact.exponential(times.inhibitoryMs());
    double keptE = Propagator.kept(dt, times.excitatoryMs());
    double keptH = Propagator.kept(dt, times.inhibitoryMs());
    return Optional.of(
        new FixedReset(firing) {
          @Override
          public void advance(double[] x, double[] in, long step) {
            x[0] +=
                exact.leaked() * (membrane.restMv() - x[0])
                    + ofE * x[1]
                    + ofH * x[2]
                    + exact.current() * in[2];
            x[1] = keptE * x[1] + in[0];
            x[2] = keptH * x[2] + in[1];
          }
        });
  }

  private static final class Kernel extends FixedResetKernel {
    private final float rest;
    private final float leaked;
    private final float current;
    private final float ofE;
    private final float ofH;
    private final float keptE;
    private final float keptH;

    Kernel(LifExponential model, double dt) {
      super(model.firing);
      Propagator exact = new Propagator(dt, model.membrane);
      rest = (float) model.membrane.restMv();
      leaked = (float) exact.leaked();
      current = (float) exact.current();
      ofE = (float) exact.exponential(model.times.excitatoryMs());
      ofH = (float) exact.exponential(model.times.inhibitoryMs());
      keptE = (float) Propagator.kept(dt, model.times.excitatoryMs());
      keptH = (float) Propagator.kept(dt, model.times.inhibitoryMs());
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] e = x[1];
      float[] h = x[2];
      float[] toE = in[0];
      float[] toH = in[1];
      float[] flow = in[2];
      float still = rest;
      float a = leaked;
      float c = current;
      float pe = ofE;
      float ph = ofH;
      float ke = keptE;
      float kh = keptH;
      for (int i = from; i < to; i++) {
        float pull = Math.fma(a, still - v[i], v[i]);
        v[i] = Math.fma(c, flow[i], Math.fma(ph, h[i], Math.fma(pe, e[i], pull)));
        e[i] = Math.fma(ke, e[i], toE[i]);
        h[i] = Math.fma(kh, h[i], toH[i]);
      }
    }
  }
}
