// SPDX-License-Identifier: Apache-2.0
package engram.neuron.lif;

import engram.kernel.Doubles;
import engram.kernel.Floats;
import engram.neuron.NeuronDefinition;
import engram.neuron.NeuronKernel;
import engram.neuron.NeuronModel;
import engram.neuron.Receptor;
import engram.neuron.Site;
import engram.neuron.Variable;
import java.util.List;
import java.util.Optional;

/// The leaky integrate-and-fire neuron with conductances that jump and decay.
///
///     C v' = g (rest - v) + gE (VE - v) + gH (VH - v) + I       gE' = -gE / tauE       gH' = -gH / tauH
///
/// With [Conductances.Method#EULER] all three go forward by dt times their derivative. With
/// [Conductances.Method#EXPONENTIAL_EULER] the potential relaxes to
/// `(g rest + gE VE + gH VH + I) / (g + gE + gH)` at the rate `(g + gE + gH) / C`, as is exact for
/// conductances that stay, and those decay exactly.
///
/// | variable | meaning | unit |
/// | --- | --- | --- |
/// | `v` | potential; starts at rest | mV |
/// | `excitatory`, `inhibitory` | gE, gH; they go on in the refractory time | nS |
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `excitatory`, `inhibitory` | a jump of gE or gH, both positive | nS |
/// | `current` | I, which flows during the step | pA |
///
/// References: see the package, [2].
///
/// @param membrane below threshold
/// @param firing at threshold
/// @param synapses conductances and method
public record LifConductance(Membrane membrane, Firing firing, Conductances synapses)
    implements NeuronModel {
  private static final List<Receptor> RECEPTORS =
      List.of(
          new Receptor("excitatory", "nS"),
          new Receptor("inhibitory", "nS"),
          new Receptor("current", "pA"));

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable("v", "mV", membrane.restMv()),
        new Variable("excitatory", "nS", 0),
        new Variable("inhibitory", "nS", 0));
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
    return synapses.method() == Conductances.Method.EULER
        ? new Euler(this, site)
        : new ExponentialEuler(this, site);
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    double perC = site.dtMs() / membrane.capacitancePf();
    double g = membrane.leakNs();
    double keptE = synapses.kept(site.dtMs(), synapses.times().excitatoryMs());
    double keptH = synapses.kept(site.dtMs(), synapses.times().inhibitoryMs());
    return Optional.of(
        new FixedReset(firing) {
          @Override
          public void advance(double[] x, double[] in, long step) {
            double open = g + x[1] + x[2];
            double pull =
                g * membrane.restMv()
                    + x[1] * synapses.excitatoryMv()
                    + x[2] * synapses.inhibitoryMv()
                    + in[2];
            double share =
                switch (synapses.method()) {
                  case EULER -> perC;
                  case EXPONENTIAL_EULER -> (1 - Doubles.exp(-perC * open)) / open;
                };
            x[0] += share * (pull - open * x[0]);
            x[1] = keptE * x[1] + in[0];
            x[2] = keptH * x[2] + in[1];
          }
        });
  }

  /// The coefficients in single precision.
  private abstract static class Kernel extends FixedResetKernel {
    final float perC;
    final float leak;
    final float pull;
    final float toE;
    final float toH;
    final float keptE;
    final float keptH;

    Kernel(LifConductance model, Site site) {
      super(model.firing);
      Conductances synapses = model.synapses;
      perC = (float) (site.dtMs() / model.membrane.capacitancePf());
      leak = (float) model.membrane.leakNs();
      pull = (float) (model.membrane.leakNs() * model.membrane.restMv());
      toE = (float) synapses.excitatoryMv();
      toH = (float) synapses.inhibitoryMv();
      keptE = (float) synapses.kept(site.dtMs(), synapses.times().excitatoryMs());
      keptH = (float) synapses.kept(site.dtMs(), synapses.times().inhibitoryMs());
    }
  }

  private static final class Euler extends Kernel {
    Euler(LifConductance model, Site site) {
      super(model, site);
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] e = x[1];
      float[] h = x[2];
      float[] inE = in[0];
      float[] inH = in[1];
      float[] flow = in[2];
      float c = perC;
      float g = leak;
      float still = pull;
      float ve = toE;
      float vh = toH;
      float ke = keptE;
      float kh = keptH;
      for (int i = from; i < to; i++) {
        float in3 = Math.fma(e[i], ve, Math.fma(h[i], vh, still + flow[i]));
        v[i] = Math.fma(c, Math.fma(-v[i], g + e[i] + h[i], in3), v[i]);
        e[i] = Math.fma(ke, e[i], inE[i]);
        h[i] = Math.fma(kh, h[i], inH[i]);
      }
    }
  }

  private static final class ExponentialEuler extends Kernel {
    private final float[] open;
    private final float[] kept;

    ExponentialEuler(LifConductance model, Site site) {
      super(model, site);
      open = new float[site.count()];
      kept = new float[site.count()];
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] e = x[1];
      float[] h = x[2];
      float[] inE = in[0];
      float[] inH = in[1];
      float[] flow = in[2];
      for (int i = from; i < to; i++) {
        open[i] = leak + e[i] + h[i];
        kept[i] = -perC * open[i];
      }
      Floats.exp(kept, from, kept, from, to - from);
      for (int i = from; i < to; i++) {
        float goal = Math.fma(e[i], toE, Math.fma(h[i], toH, pull + flow[i])) / open[i];
        v[i] = Math.fma(kept[i], v[i] - goal, goal);
        e[i] = Math.fma(keptE, e[i], inE[i]);
        h[i] = Math.fma(keptH, h[i], inH[i]);
      }
    }
  }
}
