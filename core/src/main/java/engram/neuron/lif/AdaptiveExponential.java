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
import engram.neuron.internal.Require;
import java.util.List;
import java.util.Optional;

/// The adaptive exponential integrate-and-fire neuron [4], with a synaptic current.
///
///     C v' = g (rest - v) + g D e^((v - VT) / D) - w + S + I
///     tauW w' = a (v - rest) - w       S' = -S / tauS
///     at v >= the firing threshold:  v <- reset,  w <- w + b
///
/// by forward Euler; S decays exactly. The exponent is held at 20, above which the next step is a
/// spike at any sensible dt; so nothing overflows on the way up.
///
/// | variable | meaning | unit |
/// | --- | --- | --- |
/// | `v` | potential; starts at rest | mV |
/// | `w` | adaptation | pA |
/// | `synaptic` | S | pA |
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `synaptic` | a jump of S, of either sign | pA |
/// | `current` | I, which flows during the step | pA |
///
/// References: see the package, [4].
///
/// @param membrane C, g = C / tau, rest
/// @param firing where a spike is cut off, well above VT; reset; refractory time
/// @param upswing VT and D
/// @param adaptation a, b and tauW
/// @param tauSynapseMs tauS
public record AdaptiveExponential(
    Membrane membrane, Firing firing, Upswing upswing, Adaptation adaptation, double tauSynapseMs)
    implements NeuronModel {
  private static final double STEEPEST = 20;
  private static final List<Receptor> RECEPTORS =
      List.of(new Receptor("synaptic", "pA"), new Receptor("current", "pA"));

  /// Checks.
  public AdaptiveExponential {
    Require.above("tauSynapseMs", tauSynapseMs, 0);
  }

  /// How a spike begins.
  ///
  /// @param thresholdMv VT, where it begins
  /// @param slopeMv D, above 0
  public record Upswing(double thresholdMv, double slopeMv) {
    /// Checks.
    public Upswing {
      Require.finite("thresholdMv", thresholdMv);
      Require.above("slopeMv", slopeMv, 0);
    }
  }

  /// How spikes and potential make the neuron tired.
  ///
  /// @param couplingNs a
  /// @param jumpPa b
  /// @param tauMs tauW
  public record Adaptation(double couplingNs, double jumpPa, double tauMs) {
    /// Checks.
    public Adaptation {
      Require.finite("couplingNs", couplingNs);
      Require.finite("jumpPa", jumpPa);
      Require.above("tauMs", tauMs, 0);
    }
  }

  /// The tonic neuron of the authors: C 281 pF, g 30 nS, rest -70.6, VT -50.4, D 2, a 4 nS, b 80.5
  /// pA, tauW 144 ms, reset to rest, cut off at 20 mV.
  public static AdaptiveExponential ofAuthors(double tauSynapseMs) {
    return new AdaptiveExponential(
        Membrane.leaking(281, 30, -70.6),
        new Firing(20, -70.6, 0),
        new Upswing(-50.4, 2),
        new Adaptation(4, 80.5, 144),
        tauSynapseMs);
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable("v", "mV", membrane.restMv()),
        new Variable("w", "pA", 0),
        new Variable("synaptic", "pA", 0));
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
    return new Kernel(this, site);
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    double dt = site.dtMs();
    double g = membrane.leakNs();
    double kept = Propagator.kept(dt, tauSynapseMs);
    return Optional.of(
        new NeuronDefinition() {
          @Override
          public void advance(double[] x, double[] in, long step) {
            double exponent = Math.min((x[0] - upswing.thresholdMv) / upswing.slopeMv, STEEPEST);
            double upward = g * upswing.slopeMv * Doubles.exp(exponent);
            double from = x[0] - membrane.restMv();
            double flow = upward - g * from - x[1] + x[2] + in[1];
            x[0] += dt / membrane.capacitancePf() * flow;
            x[1] += dt / adaptation.tauMs * (adaptation.couplingNs * from - x[1]);
            x[2] = kept * x[2] + in[0];
          }

          @Override
          public double threshold() {
            return firing.thresholdMv();
          }

          @Override
          public void reset(double[] x) {
            x[0] = firing.resetMv();
            x[1] += adaptation.jumpPa;
          }

          @Override
          public void hold(double[] x) {
            x[0] = firing.resetMv();
          }
        });
  }

  private static final class Kernel implements NeuronKernel {
    private final float[] threshold;
    private final float reset;
    private final float jump;
    private final float rest;
    private final float perC;
    private final float leak;
    private final float upward;
    private final float begins;
    private final float perSlope;
    private final float perTau;
    private final float coupling;
    private final float kept;
    private final float[] steep;

    Kernel(AdaptiveExponential model, Site site) {
      double dt = site.dtMs();
      threshold = new float[] {(float) model.firing.thresholdMv()};
      reset = (float) model.firing.resetMv();
      jump = (float) model.adaptation.jumpPa;
      rest = (float) model.membrane.restMv();
      perC = (float) (dt / model.membrane.capacitancePf());
      leak = (float) model.membrane.leakNs();
      upward = (float) (model.membrane.leakNs() * model.upswing.slopeMv);
      begins = (float) model.upswing.thresholdMv;
      perSlope = (float) (1 / model.upswing.slopeMv);
      perTau = (float) (dt / model.adaptation.tauMs);
      coupling = (float) model.adaptation.couplingNs;
      kept = (float) Propagator.kept(dt, model.tauSynapseMs);
      steep = new float[site.count()];
    }

    @Override
    public void advance(float[][] x, float[][] in, int from, int to, long step) {
      float[] v = x[0];
      float[] w = x[1];
      float[] s = x[2];
      float[] arrived = in[0];
      float[] flow = in[1];
      for (int i = from; i < to; i++) {
        steep[i] = Math.min((v[i] - begins) * perSlope, (float) STEEPEST);
      }
      Floats.exp(steep, from, steep, from, to - from);
      for (int i = from; i < to; i++) {
        float above = v[i] - rest;
        float sum = Math.fma(upward, steep[i], s[i] - w[i] + flow[i]);
        v[i] = Math.fma(perC, Math.fma(-leak, above, sum), v[i]);
        w[i] = Math.fma(perTau, Math.fma(coupling, above, -w[i]), w[i]);
        s[i] = Math.fma(kept, s[i], arrived[i]);
      }
    }

    @Override
    public float[] threshold() {
      return threshold;
    }

    @Override
    public void reset(float[][] x, int[] which, int from, int to) {
      for (int k = from; k < to; k++) {
        x[0][which[k]] = reset;
        x[1][which[k]] += jump;
      }
    }

    @Override
    public void hold(float[][] x, int[] which, int from, int to) {
      for (int k = from; k < to; k++) {
        x[0][which[k]] = reset;
      }
    }
  }
}
