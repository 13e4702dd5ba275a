// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reference;

import engram.kernel.Doubles;
import engram.neuron.NeuronModel;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifAlpha;
import engram.neuron.lif.Membrane;
import engram.neuron.lif.SynapticTimes;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.WeightDependence;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.drive.Onto;
import engram.spiking.drive.PoissonDrive;
import engram.spiking.learn.Learning;

/// The network by which NEST is measured [4], [5]: a balanced random network of 9,000 excitatory
/// and 2,250 inhibitory neurons, times a scale, each with 11,250 inputs, whose excitatory synapses
/// onto excitatory neurons learn by power-law STDP.
///
/// Neurons: C 250 pF, tau 10 ms, rest and reset 0 mV, threshold 20, refractory time 0.5 ms, alpha
/// currents of 0.32582722 ms. A spike makes a potential of 0.14 mV at its peak, an inhibitory one
/// -5 times as much. Outside: Poisson spikes at 1.685 times the rate that brings a neuron to
/// threshold. Delay 1.5 ms, step 0.1 ms, potentials start as `N(5.7, 7.2)`. STDP: lambda 0.1, alpha
/// 0.0513, mu 0.4, tau+ 15 ms, tau- 30 ms.
///
/// References: see the package, [4], [5].
///
/// @param scale of the numbers of neurons, above 0; inputs a neuron stay
/// @param learning whether synapses learn
@FromPaper(value = "reference-networks", at = "spec: reference networks")
public record LearningBenchmark(double scale, boolean learning) {
  private static final int EXCITATORY = 9_000;
  private static final int INHIBITORY = 2_250;
  private static final double TAU_SYNAPSE_MS = 0.3258272240372284;

  /// When the potential that an alpha current makes has its peak, in ms.
  private static final double PEAK_MS = 1.700759;

  private static final double POTENTIAL_MV = 0.14;
  private static final double INHIBITION = -5;
  private static final double OUTSIDE = 1.685;
  private static final double THRESHOLD_MV = 20;
  private static final double DELAY_MS = 1.5;
  private static final double E = 0x1.5bf0a8b145769p+1;
  private static final Membrane MEMBRANE = new Membrane(250, 10, 0);

  /// Checks.
  public LearningBenchmark {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale must be above 0 and finite, was " + scale);
    }
  }

  /// The potential in mV, a time after its arrival, of an alpha current of 1 pA.
  static double potentialPerPa(double ms) {
    double s = TAU_SYNAPSE_MS;
    double b = 1 / s - 1 / MEMBRANE.tauMs();
    double slow = Doubles.exp(-ms / MEMBRANE.tauMs());
    double fast = Doubles.exp(-ms / s);
    return E / (s * MEMBRANE.capacitancePf() * b) * ((slow - fast) / b - ms * fast);
  }

  /// The weight of an excitatory synapse in pA.
  public static double weightPa() {
    return POTENTIAL_MV / potentialPerPa(PEAK_MS);
  }

  /// The rate from outside onto a neuron, in Hz.
  public static double outsideHz() {
    double charge = weightPa() * E * TAU_SYNAPSE_MS;
    return OUTSIDE * THRESHOLD_MV / (charge * MEMBRANE.resistanceMvPerPa()) * 1000;
  }

  /// The network.
  public Network network() {
    return learning(rule());
  }

  /// The network with another rule in place of its own, where it learns at all.
  public Network learning(PairStdp rule) {
    NeuronModel cell =
        new LifAlpha(
            MEMBRANE,
            new Firing(THRESHOLD_MV, 0, 0.5),
            new SynapticTimes(TAU_SYNAPSE_MS, TAU_SYNAPSE_MS));
    Distribution start = Distribution.normal(5.7, 7.2);
    Synapse excite = Synapse.of("excitatory", weightPa(), DELAY_MS);
    Synapse inhibit = Synapse.of("inhibitory", INHIBITION * weightPa(), DELAY_MS);
    Synapse plastic = learning ? excite.learning(Learning.by(rule)) : excite;
    FixedInDegree fromE = new FixedInDegree(EXCITATORY);
    FixedInDegree fromI = new FixedInDegree(INHIBITORY);
    return Network.at(0.1)
        .with(Population.of("E", sized(EXCITATORY), cell).starting("v", start))
        .with(Population.of("I", sized(INHIBITORY), cell).starting("v", start))
        .with(Projection.of("E", "E", fromE, plastic))
        .with(Projection.of("E", "I", fromE, excite))
        .with(Projection.of("I", "E", fromI, inhibit))
        .with(Projection.of("I", "I", fromI, inhibit))
        .with(new PoissonDrive(Onto.all("E", "excitatory"), outsideHz(), weightPa()))
        .with(new PoissonDrive(Onto.all("I", "excitatory"), outsideHz(), weightPa()));
  }

  private int sized(int neurons) {
    return (int) Math.max(1, Math.round(neurons * scale));
  }

  /// The rule: `w + lambda w^mu` times the presynaptic trace, `w - lambda alpha w` times the
  /// postsynaptic one, weights in pA.
  private static PairStdp rule() {
    return rule(0.0513);
  }

  /// The rule with another alpha, the strength of depression; 0 leaves potentiation alone.
  ///
  /// Where spikes are uncorrelated both cancel at the weight `(15 / (30 alpha))^(1 / 0.6)`, which
  /// is 44.5 pA: the benchmark's weights of 45.6 pA are nearly at rest.
  public static PairStdp rule(double alpha) {
    double lambda = 0.1;
    return new PairStdp(
        new PairWindow(lambda, -lambda * alpha, 15, 30),
        Pairing.ALL_TO_ALL,
        new WeightDependence.PowerLaw(1, 0.4));
  }
}
