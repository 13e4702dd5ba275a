// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reference;

import engram.kernel.Doubles;
import engram.math.Root;
import engram.neuron.NeuronModel;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SiegertRate;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Synapse;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;

/// Brunel's sparse random network of excitatory and inhibitory neurons [2].
///
/// Neurons: tau 20 ms, threshold theta 20 mV, refractory time 2 ms. Each receives from CE = 0.1 NE
/// excitatory neurons by jumps J = 0.1 mV, from CI = 0.1 NI inhibitory ones by -g J, and Poisson
/// spikes of J from outside at the rate CE eta nu, with `nu = theta / (J CE tau)`, the rate that
/// brings a neuron to its threshold. Delay 1.5 ms, step 0.1 ms.
///
/// | component | meaning | default |
/// | --- | --- | --- |
/// | `excitatory` | NE, four times NI; CE stays 1,000 and CI 250 | 10,000 |
/// | `ratio` | g | 5 |
/// | `drive` | eta | 2 |
/// | `resetMv` | where a spike puts the potential: 10 in the paper (37.95 Hz by Siegert's formula at the defaults), 0 in programs (32.03 Hz) | 0 |
///
/// References: see the package, [2].
///
/// @param excitatory NE, at least 1,000, a multiple of 4
/// @param ratio g, at least 0
/// @param drive eta, at least 0
/// @param resetMv below 20
@FromPaper(value = "reference-networks", at = "spec: reference networks")
public record BrunelNetwork(int excitatory, double ratio, double drive, double resetMv) {
  /// Excitatory synapses a neuron.
  public static final int EXCITATORY_SYNAPSES = 1000;

  /// Inhibitory synapses a neuron.
  public static final int INHIBITORY_SYNAPSES = 250;

  private static final double THRESHOLD_MV = 20;
  private static final double TAU_MS = 20;
  private static final double JUMP_MV = 0.1;
  private static final double DELAY_MS = 1.5;
  private static final double DT_MS = 0.1;

  /// Checks.
  public BrunelNetwork {
    if (excitatory < EXCITATORY_SYNAPSES || excitatory % 4 != 0) {
      throw new IllegalArgumentException(
          "excitatory must be a multiple of 4 from 1000 on, was " + excitatory);
    }
    if (!(ratio >= 0) || !(drive >= 0)) {
      throw new IllegalArgumentException(
          "ratio and drive must be 0 or more, was " + ratio + " and " + drive);
    }
  }

  /// The network that programs run: 12,500 neurons, g 5, eta 2, reset to 0 mV.
  public static BrunelNetwork ofPrograms() {
    return new BrunelNetwork(10_000, 5, 2, 0);
  }

  /// The same with the reset of the paper, 10 mV.
  public static BrunelNetwork ofPaper() {
    return new BrunelNetwork(10_000, 5, 2, 10);
  }

  /// The rate from outside onto one neuron, CE eta nu, in Hz.
  public double outsideHz() {
    return drive * THRESHOLD_MV / (JUMP_MV * TAU_MS) * 1000;
  }

  private Firing firing() {
    return new Firing(THRESHOLD_MV, resetMv, 2);
  }

  /// The rate of all neurons in mean field, in Hz: the rate r at which a neuron fires whose inputs
  /// fire at r, by Siegert's formula.
  public double meanFieldHz() {
    double most = 1000 / firing().refractoryMs();
    Root root = Root.brent(r -> respondsHz(r) - r, new Root.Bracket(0, most), 1e-10);
    return root.x();
  }

  /// The rate of a neuron whose inputs inside fire at `rateHz`.
  private double respondsHz(double rateHz) {
    double stir =
        outsideHz() + rateHz * (EXCITATORY_SYNAPSES + ratio * ratio * INHIBITORY_SYNAPSES);
    return SiegertRate.hz(
        TAU_MS, firing(), pullMv(rateHz), JUMP_MV * Math.sqrt(TAU_MS * stir / 1000));
  }

  /// Where the mean input would bring the potential, in mV, if neurons inside fire at `rateHz`.
  public double pullMv(double rateHz) {
    double spikes = outsideHz() + rateHz * (EXCITATORY_SYNAPSES - ratio * INHIBITORY_SYNAPSES);
    return TAU_MS * JUMP_MV * spikes / 1000;
  }

  /// The mean field without its noise, in Hz: the rate r at which a neuron fires whose input is
  /// constant, of the mean that r makes; 0 if no input from outside reaches the threshold. What
  /// [#meanFieldHz] adds to it is due to fluctuations.
  public double noiselessHz() {
    double most = 1000 / firing().refractoryMs();
    return pullMv(0) <= THRESHOLD_MV
        ? 0
        : Root.brent(r -> noiselessHz(pullMv(r)) - r, new Root.Bracket(0, most), 1e-10).x();
  }

  private double noiselessHz(double pullMv) {
    if (pullMv <= THRESHOLD_MV) {
      return 0;
    }
    double climbMs = TAU_MS * Doubles.log((pullMv - resetMv) / (pullMv - THRESHOLD_MV));
    return 1000 / (firing().refractoryMs() + climbMs);
  }

  /// The network.
  public Network network() {
    NeuronModel cell = new LifDelta(new Membrane(1, TAU_MS, 0), firing());
    Synapse excite = Synapse.of("potential", JUMP_MV, DELAY_MS);
    Synapse inhibit = Synapse.of("potential", -ratio * JUMP_MV, DELAY_MS);
    return Network.at(DT_MS)
        .with(Population.of("E", excitatory, cell))
        .with(Population.of("I", excitatory / 4, cell))
        .with(Projection.of("E", "E", new FixedInDegree(EXCITATORY_SYNAPSES), excite))
        .with(Projection.of("E", "I", new FixedInDegree(EXCITATORY_SYNAPSES), excite))
        .with(Projection.of("I", "E", new FixedInDegree(INHIBITORY_SYNAPSES), inhibit))
        .with(Projection.of("I", "I", new FixedInDegree(INHIBITORY_SYNAPSES), inhibit))
        .with(new PoissonDrive(Onto.all("E", "potential"), outsideHz(), JUMP_MV))
        .with(new PoissonDrive(Onto.all("I", "potential"), outsideHz(), JUMP_MV));
  }
}
