// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import engram.kernel.Doubles;
import engram.neuron.internal.Require;
import java.util.List;
import java.util.Optional;

/// Izhikevich's neuron, a quadratic potential with a recovery variable [3].
///
///     v' = 0.04 v^2 + 5 v + 140 - u + S + I       u' = a (b v - u)       S' = -S / tauS
///     at v >= 30:  v <- c,  u <- u + d
///
/// A step is the author's scheme: two half steps of forward Euler of v, then one whole step of u
/// with the new v. The scheme needs dt of 1 ms or less. There is no refractory time.
///
/// | variable | meaning | unit |
/// | --- | --- | --- |
/// | `v` | potential; starts at -65 | mV |
/// | `u` | recovery; starts at -65 b | mV/ms |
/// | `synaptic` | S: during a step it stays, at its end it decays and what arrived joins | mV/ms |
///
/// | receptor | takes | unit |
/// | --- | --- | --- |
/// | `synaptic` | a jump of S | mV/ms |
/// | `current` | I, which flows during the step | mV/ms |
///
/// References: see the package, [3].
///
/// @param a rate of recovery, 1/ms
/// @param b how recovery depends on v, 1/ms
/// @param c where a spike puts v, mV; below 30
/// @param d by how much a spike moves u, mV/ms
/// @param tauSynapseMs tauS; 0 for input that lasts one step, as in the author's program
public record Izhikevich(double a, double b, double c, double d, double tauSynapseMs)
    implements NeuronModel {
  private static final double PEAK_MV = 30;
  private static final double START_MV = -65;
  private static final List<Receptor> RECEPTORS =
      List.of(new Receptor("synaptic", "mV/ms"), new Receptor("current", "mV/ms"));

  /// Checks.
  public Izhikevich {
    Require.finite("a", a);
    Require.finite("b", b);
    Require.finite("d", d);
    Require.finite("c", c);
    if (c >= PEAK_MV) {
      throw new IllegalArgumentException("c must be below the peak of 30, was " + c);
    }
    Require.atLeast("tauSynapseMs", tauSynapseMs, 0);
  }

  /// A regular spiking cell, excitatory: a .02, b .2, c -65, d 8.
  public static Izhikevich regularSpiking(double tauSynapseMs) {
    return new Izhikevich(0.02, 0.2, -65, 8, tauSynapseMs);
  }

  /// A fast spiking cell, inhibitory: a .1, b .2, c -65, d 2.
  public static Izhikevich fastSpiking(double tauSynapseMs) {
    return new Izhikevich(0.1, 0.2, -65, 2, tauSynapseMs);
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        new Variable("v", "mV", START_MV),
        new Variable("u", "mV/ms", b * START_MV),
        new Variable("synaptic", "mV/ms", 0));
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
    return new IzhikevichKernel(site, List.of(this));
  }

  @Override
  public Optional<NeuronDefinition> definition(Site site) {
    requireStep(site.dtMs());
    double dt = site.dtMs();
    double kept = kept(dt);
    return Optional.of(
        new NeuronDefinition() {
          @Override
          public void advance(double[] x, double[] in, long step) {
            double input = x[2] + in[1];
            x[0] += 0.5 * dt * (0.04 * x[0] * x[0] + 5 * x[0] + 140 - x[1] + input);
            x[0] += 0.5 * dt * (0.04 * x[0] * x[0] + 5 * x[0] + 140 - x[1] + input);
            x[1] += dt * a * (b * x[0] - x[1]);
            x[2] = kept * x[2] + in[0];
          }

          @Override
          public double threshold() {
            return PEAK_MV;
          }

          @Override
          public void reset(double[] x) {
            x[0] = c;
            x[1] += d;
          }
        });
  }

  /// How much of S is left after a step.
  double kept(double dtMs) {
    return tauSynapseMs == 0 ? 0 : Doubles.exp(-dtMs / tauSynapseMs);
  }

  static void requireStep(double dtMs) {
    if (dtMs > 1) {
      throw new IllegalArgumentException(
          "dtMs must be at most 1 for two half steps of Izhikevich's neuron, was " + dtMs);
    }
  }
}
