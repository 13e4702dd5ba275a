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

/// The leaky integrate-and-fire neuron with synaptic currents in the shape of an alpha function: an
/// arrival of weight w makes the current `w (t / tau_s) e^(1 - t / tau_s)`, whose peak is w.
///
///     C v' = -(C / tau) (v - rest) + E + H + I
///     E' = D - E / tauE     D' = -D / tauE     D += (e / tauE) w at an arrival     H alike
///
/// solved exactly over a step in which I is constant [1].
///
/// | variable | meaning | unit |
/// | --- | --- | --- |
/// | `v` | potential; starts at rest | mV |
/// | `excitatory`, `inhibitory` | E, H; they flow on in the refractory time | pA |
/// | `excitatory-rise`, `inhibitory-rise` | D of each | pA/ms |
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `excitatory`, `inhibitory` | w, the peak; an inhibitory one is negative | pA |
/// | `current` | I, which flows during the step | pA |
///
/// References: see the package, [1].
///
/// @param membrane below threshold
/// @param firing at threshold
/// @param times tauE and tauH
public record LifAlpha(Membrane membrane, Firing firing, SynapticTimes times)
    implements NeuronModel {
  private static final double E = 0x1.5bf0a8b145769p+1;

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable("v", "mV", membrane.restMv()),
        new Variable("excitatory", "pA", 0),
        new Variable("inhibitory", "pA", 0),
        new Variable("excitatory-rise", "pA/ms", 0),
        new Variable("inhibitory-rise", "pA/ms", 0));
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
    Branch ofE = Branch.of(exact, times.excitatoryMs());
    Branch ofH = Branch.of(exact, times.inhibitoryMs());
    return Optional.of(
        new FixedReset(firing) {
          @Override
          public void advance(double[] x, double[] in, long step) {
            x[0] +=
                exact.leaked() * (membrane.restMv() - x[0])
                    + ofE.flat * x[1]
                    + ofE.rising * x[3]
                    + ofH.flat * x[2]
                    + ofH.rising * x[4]
                    + exact.current() * in[2];
            x[1] = ofE.kept * (x[1] + dt * x[3]);
            x[2] = ofH.kept * (x[2] + dt * x[4]);
            x[3] = ofE.kept * x[3] + ofE.unit * in[0];
            x[4] = ofH.kept * x[4] + ofH.unit * in[1];
          }
        });
  }

  /// The coefficients of one kind of synapse: what E and D add to v, how much is kept over a step,
  /// what an arrival of weight 1 adds to D.
  private record Branch(double flat, double rising, double kept, double unit) {
    static Branch of(Propagator exact, double tau) {
      return new Branch(
          exact.exponential(tau), exact.alpha(tau), Propagator.kept(exact.h(), tau), E / tau);
    }
  }

  private static final class Kernel extends FixedResetKernel {
    private final float dt;
    private final float rest;
    private final float leaked;
    private final float current;
    private final Branch ofE;
    private final Branch ofH;

    Kernel(LifAlpha model, double dt) {
      super(model.firing);
      Propagator exact = new Propagator(dt, model.membrane);
      this.dt = (float) dt;
      rest = (float) model.membrane.restMv();
      leaked = (float) exact.leaked();
      current = (float) exact.current();
      ofE = Branch.of(exact, model.times.excitatoryMs());
      ofH = Branch.of(exact, model.times.inhibitoryMs());
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] flow = in[2];
      float still = rest;
      float a = leaked;
      float c = current;
      for (int i = from; i < to; i++) {
        v[i] = Math.fma(c, flow[i], Math.fma(a, still - v[i], v[i]));
      }
      branch(ofE, v, x[1], x[3], in[0], from, to);
      branch(ofH, v, x[2], x[4], in[1], from, to);
    }

    private void branch(
        Branch of, float[] v, float[] current, float[] rise, float[] in, int from, int to) {
      float flat = (float) of.flat;
      float rising = (float) of.rising;
      float kept = (float) of.kept;
      float unit = (float) of.unit;
      float h = dt;
      for (int i = from; i < to; i++) {
        v[i] = Math.fma(rising, rise[i], Math.fma(flat, current[i], v[i]));
        current[i] = kept * Math.fma(h, rise[i], current[i]);
        rise[i] = Math.fma(kept, rise[i], unit * in[i]);
      }
    }
  }
}
