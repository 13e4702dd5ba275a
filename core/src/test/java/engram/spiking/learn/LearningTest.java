// SPDX-License-Identifier: Apache-2.0
package engram.spiking.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Workers;
import engram.neuron.StochasticNeuron;
import engram.neuron.lif.Firing;
import engram.neuron.lif.LifDelta;
import engram.neuron.lif.Membrane;
import engram.plasticity.homeostasis.SpikeRateScaling;
import engram.plasticity.spike.InhibitoryStdp;
import engram.plasticity.spike.PairStdp;
import engram.plasticity.spike.PairWindow;
import engram.plasticity.spike.Pairing;
import engram.plasticity.spike.PlainSynapse;
import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.TripletStdp;
import engram.plasticity.spike.WeightDependence;
import engram.plasticity.spike.factor.RewardModulation;
import engram.plasticity.spike.factor.RewardedSynapse;
import engram.random.Seeds;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.FixedInDegree;
import engram.spiking.drive.Onto;
import engram.spiking.drive.ReplayDrive;
import engram.spiking.record.SpikeRecord;
import engram.spiking.record.SpikeRecorder;
import engram.spiking.record.StateProbe;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Learning in a network against the definition of a synapse, spike by spike; lazy against
/// immediate.
final class LearningTest {
  private static final double DT_MS = 0.5;
  private static final int DELAY_STEPS = 3;
  private static final int STEPS = 3_000;
  private static final WeightDependence BOUNDS = new WeightDependence.SoftBound(0, 0.02, 0.3);

  private static final List<SpikeRule> RULES =
      List.of(
          new PairStdp(PairWindow.hebbian(0.002, 1.05, 20), Pairing.ALL_TO_ALL, BOUNDS),
          new PairStdp(
              PairWindow.hebbian(0.002, 1.2, 12),
              Pairing.NEAREST,
              new WeightDependence.Additive(0, 0.02)),
          new PairStdp(
              PairWindow.hebbian(0.05, 1.05, 20),
              Pairing.ALL_TO_ALL,
              new WeightDependence.PowerLaw(0.01, 0.4)),
          new TripletStdp(
              new PairWindow(0.0004, -0.002, 16.8, 33.7),
              new PairWindow(0.002, -0.0003, 101, 114),
              Pairing.ALL_TO_ALL,
              BOUNDS),
          new InhibitoryStdp(0.001, 10, 20, new WeightDependence.Additive(0, 0.02)),
          new LogStdp(0.002, 0.002, 0.01, 0.003));

  private static final Distribution ONE_DELAY = Distribution.constant(DELAY_STEPS * DT_MS);
  private static final Distribution UNLIKE_DELAYS = Distribution.uniform(DT_MS, 9 * DT_MS);

  private record Connection(int source, int target, float weight, int delay) {}

  private static Network network(Learning learning) {
    return network(learning, ONE_DELAY);
  }

  private static Network network(Learning learning, Distribution delayMs) {
    Synapse synapse =
        new Synapse("probability", Distribution.uniform(0.005, 0.015), delayMs).learning(learning);
    return Network.at(DT_MS)
        .with(Population.of("A", 40, new StochasticNeuron(0.02)))
        .with(Population.of("B", 25, new StochasticNeuron(0.01)))
        .with(Projection.of("A", "B", new FixedInDegree(12), synapse))
        .with(
            Projection.of("B", "A", new FixedInDegree(6), Synapse.of("probability", 0.02, DT_MS)));
  }

  private static List<Connection> weights(Simulation simulation) {
    List<Connection> all = new ArrayList<>();
    simulation.visitSynapses("A to B", (s, t, w, d) -> all.add(new Connection(s, t, w, d)));
    return all;
  }

  private static double[] timesMs(SpikeRecord record, int neuron, int laterSteps) {
    double[] times = new double[record.count()];
    int n = 0;
    for (int k = 0; k < record.count(); k++) {
      long step = record.step(k) + laterSteps;
      if (record.neuron(k) == neuron && step < STEPS) {
        times[n++] = step * DT_MS;
      }
    }
    return Arrays.copyOf(times, n);
  }

  @Test
  void everySynapseEqualsTheDefinition() {
    everySynapseEqualsTheDefinition(ONE_DELAY);
    everySynapseEqualsTheDefinition(UNLIKE_DELAYS);
  }

  private static void everySynapseEqualsTheDefinition(Distribution delayMs) {
    for (SpikeRule rule : RULES) {
      Simulation simulation = Simulation.of(network(Learning.by(rule), delayMs), Seeds.of(3));
      List<Connection> first = weights(simulation);
      SpikeRecorder a = simulation.recordSpikes("A");
      SpikeRecorder b = simulation.recordSpikes("B");
      simulation.run(STEPS);
      SpikeRecord pre = a.spikes();
      SpikeRecord post = b.spikes();
      List<Connection> last = weights(simulation);
      double moved = 0;
      for (int k = 0; k < first.size(); k++) {
        double expected =
            PlainSynapse.weight(
                rule,
                first.get(k).weight,
                timesMs(pre, first.get(k).source, 0),
                timesMs(post, first.get(k).target, first.get(k).delay));
        assertEquals(expected, last.get(k).weight, 1e-6, rule + " synapse " + k);
        moved += Math.abs(last.get(k).weight - first.get(k).weight);
      }
      assertTrue(moved / first.size() > 1e-4, rule + " moved nothing");
    }
  }

  /// Every rule with one delay and with many, and with scaling on top.
  private static List<Network> networks(Learning.Execution execution) {
    List<Network> all = new ArrayList<>();
    for (SpikeRule rule : RULES) {
      Learning.Stdp how = new Learning.Stdp(rule, execution);
      all.add(network(how, ONE_DELAY));
      all.add(network(how, UNLIKE_DELAYS));
    }
    RewardModulation reward = new RewardModulation(RULES.getFirst(), 500, 0.5, 0.3);
    all.add(network(new Learning.Rewarded(reward, execution), UNLIKE_DELAYS));
    SpikeRateScaling scaling = new SpikeRateScaling(15, 800, 0.05);
    all.add(network(new Learning.Stdp(RULES.getFirst(), execution).scaled(scaling, 40), ONE_DELAY));
    all.add(
        network(new Learning.Stdp(RULES.getLast(), execution).scaled(scaling, 40), UNLIKE_DELAYS));
    return all;
  }

  @Test
  void lazyEqualsImmediateForAnyNumberOfWorkers() {
    List<Network> lazily = networks(Learning.Execution.LAZY);
    List<Network> atOnce = networks(Learning.Execution.IMMEDIATE);
    for (int n = 0; n < lazily.size(); n++) {
      Simulation lazy = Simulation.of(lazily.get(n), Seeds.of(5));
      lazy.run(STEPS);
      try (Workers workers = Workers.of(3)) {
        Simulation immediate = Simulation.of(atOnce.get(n), Seeds.of(5), workers);
        immediate.run(STEPS / 3);
        weights(immediate);
        immediate.run(STEPS - STEPS / 3);
        Simulation threaded = Simulation.of(lazily.get(n), Seeds.of(5), workers);
        threaded.run(STEPS);
        assertEquals(lazy.snapshot(), threaded.snapshot(), lazily.get(n).toString());
        assertEquals(weights(lazy), weights(immediate), lazily.get(n).toString());
      }
    }
  }

  @Test
  void aRestoredStateLearnsOn() {
    for (Learning.Execution execution : Learning.Execution.values()) {
      for (Network network : networks(execution)) {
        Simulation whole = Simulation.of(network, Seeds.of(5));
        whole.run(1_001);
        Snapshot middle = whole.snapshot();
        whole.run(900);
        try (Workers workers = Workers.of(2)) {
          Simulation resumed = Simulation.of(network, Seeds.of(5), workers);
          resumed.restore(middle);
          resumed.run(900);
          assertEquals(whole.snapshot(), resumed.snapshot(), network.toString());
        }
      }
    }
  }

  /// While learning is off nothing is learned later on either; traces go on.
  @Test
  void learningThatWasOffLeavesNoDebt() {
    List<Network> lazily = networks(Learning.Execution.LAZY);
    List<Network> atOnce = networks(Learning.Execution.IMMEDIATE);
    for (int n = 0; n < lazily.size(); n++) {
      List<List<Connection>> found = new ArrayList<>();
      for (Network network : List.of(lazily.get(n), atOnce.get(n))) {
        Simulation simulation = Simulation.of(network, Seeds.of(5));
        simulation.run(600);
        List<Connection> before = weights(simulation);
        simulation.setLearning(false);
        simulation.run(301);
        assertEquals(before, weights(simulation), network.toString());
        simulation.setLearning(true);
        assertEquals(before, weights(simulation), network.toString());
        simulation.run(600);
        found.add(weights(simulation));
      }
      assertEquals(found.getFirst(), found.getLast(), lazily.get(n).toString());
    }
  }

  /// Until factors are applied, weights are those of the rule alone; then each is multiplied by the
  /// factor that the spikes of its target make.
  @Test
  void scalingMultipliesWhatTheRuleLeaves() {
    Learning.Stdp rule = Learning.by(RULES.getLast());
    SpikeRateScaling scaling = new SpikeRateScaling(15, 800, 0.05);
    Simulation alone = Simulation.of(network(rule), Seeds.of(5));
    Simulation both = Simulation.of(network(rule.scaled(scaling, 500)), Seeds.of(5));
    SpikeRecorder recorder = both.recordSpikes("B");
    alone.run(999);
    both.run(999);
    assertEquals(weights(alone), weights(both));
    alone.run(1);
    both.run(1);
    SpikeRecord spikes = recorder.spikes();
    double[] factors = new double[25];
    for (int i = 0; i < factors.length; i++) {
      double rate = 0;
      double last = 0;
      factors[i] = 1;
      for (double ms : timesMs(spikes, i, 0)) {
        factors[i] *= scaling.factor(rate, ms - last);
        rate = scaling.afterSpike(scaling.decayed(rate, ms - last));
        last = ms;
      }
      factors[i] *= scaling.factor(rate, 999 * DT_MS - last);
    }
    List<Connection> unscaled = weights(alone);
    List<Connection> scaled = weights(both);
    for (int k = 0; k < scaled.size(); k++) {
      double expected = unscaled.get(k).weight * factors[unscaled.get(k).target];
      assertEquals(Math.min(0.03, expected), scaled.get(k).weight, 1e-8, "synapse " + k);
    }
  }

  @Test
  void aForkWithLearningOffLeavesAllWeights() {
    Simulation origin = Simulation.of(network(Learning.by(RULES.getFirst())), Seeds.of(5));
    origin.run(500);
    Simulation probe = origin.fork();
    probe.setLearning(false);
    List<Connection> before = weights(origin);
    probe.run(500);
    assertEquals(before, weights(probe));
    origin.run(500);
    assertNotEquals(before, weights(origin));
  }

  @Test
  void rewardEqualsTheDefinition() {
    RewardModulation modulation = new RewardModulation(RULES.getFirst(), 500, 0.5, 0.3);
    for (Learning.Execution execution : Learning.Execution.values()) {
      Simulation simulation =
          Simulation.of(network(new Learning.Rewarded(modulation, execution)), Seeds.of(9));
      List<Connection> first = weights(simulation);
      SpikeRecorder a = simulation.recordSpikes("A");
      SpikeRecorder b = simulation.recordSpikes("B");
      for (int part = 0; part < 3; part++) {
        simulation.run(STEPS / 3);
        simulation.reward("A to B", part - 0.4);
      }
      List<Connection> last = weights(simulation);
      for (int k = 0; k < first.size(); k++) {
        double expected =
            rewarded(
                modulation,
                first.get(k).weight,
                timesMs(a.spikes(), first.get(k).source, 0),
                timesMs(b.spikes(), first.get(k).target, DELAY_STEPS));
        assertEquals(expected, last.get(k).weight, 2e-6, execution + " synapse " + k);
      }
    }
  }

  private static double rewarded(
      RewardModulation modulation, double weight, double[] pre, double[] post) {
    RewardedSynapse synapse = new RewardedSynapse(modulation, weight);
    int i = 0;
    int k = 0;
    for (int part = 0; part < 3; part++) {
      double end = ((part + 1) * (STEPS / 3) - 1) * DT_MS;
      while (true) {
        double x = i < pre.length ? pre[i] : Double.POSITIVE_INFINITY;
        double y = k < post.length ? post[k] : Double.POSITIVE_INFINITY;
        if (Math.min(x, y) > end) {
          break;
        }
        synapse.spike(Math.min(x, y), x <= y, y <= x);
        i += x <= y ? 1 : 0;
        k += y <= x ? 1 : 0;
      }
      synapse.reward(end, part - 0.4);
    }
    return synapse.weight();
  }

  @Test
  void silentTargetsScaleTheirWeightsAsTheClosedForm() {
    SpikeRateScaling scaling = new SpikeRateScaling(5, 1_000, 0.1);
    Network network =
        Network.at(1)
            .with(Population.of("A", 3, new StochasticNeuron(0.1)))
            .with(Population.of("B", 2, new StochasticNeuron(0)))
            .with(
                Projection.of(
                    "A",
                    "B",
                    new FixedInDegree(2),
                    Synapse.of("probability", 0, 1).learning(new Learning.Scaled(scaling, 100))))
            .with(Population.of("C", 2, new StochasticNeuron(0)))
            .with(
                Projection.of(
                    "B",
                    "C",
                    new FixedInDegree(2),
                    Synapse.of("probability", 0.01, 1)
                        .learning(new Learning.Scaled(scaling, 100))));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    simulation.run(1_000);
    float[] weight = new float[1];
    simulation.visitSynapses("B to C", (s, t, w, d) -> weight[0] = w);
    double expected = 0.01 * engram.kernel.Doubles.exp(0.1 * 5 * 0.999);
    assertEquals(expected, weight[0], 1e-6);
  }

  /// Regular spikes against the recursion of the authors, and its fixed point.
  @Test
  void tiringSynapsesFollowTheRecursion() {
    int every = 20;
    LifDelta cell = new LifDelta(new Membrane(1, 1e-3, 0), new Firing(1e6, -1e6, 0));
    long[] steps = new long[30];
    float[] amounts = new float[30];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = (long) k * every;
      amounts[k] = 1;
    }
    Network network =
        Network.at(1)
            .with(Population.of("A", 1, new StochasticNeuron(0)))
            .with(Population.of("B", 1, cell))
            .with(
                Projection.of(
                    "A",
                    "B",
                    new FixedInDegree(1),
                    Synapse.of("potential", 10, 2).learning(new Learning.ShortTerm(0.3, 130, 50))))
            .with(
                ReplayDrive.of(
                    Onto.all("A", "probability"), steps, new int[steps.length], amounts));
    Simulation simulation = Simulation.of(network, Seeds.of(1));
    StateProbe probe = simulation.probe("B", "v", 1);
    simulation.run(600);
    double u = 0;
    double r = 1;
    double kept = StrictMath.exp(-every / 50.0);
    double recovered = StrictMath.exp(-every / 130.0);
    for (int k = 0; k < 29; k++) {
      if (k > 0) {
        r = 1 - (1 - r * (1 - u)) * recovered;
      }
      u = 0.3 + (k == 0 ? 0 : u * 0.7 * kept);
      assertEquals(10 * u * r, probe.trace(0)[k * every + 2], 1e-5, "spike " + k);
    }
    double fixedUse = 0.3 / (1 - 0.7 * kept);
    double fixed = (1 - recovered) / (1 - (1 - fixedUse) * recovered);
    assertEquals(fixedUse * fixed, u * r, 1e-4);
  }

  @Test
  void refusesWhatCannotBeExecuted() {
    for (Pairing pairing : List.of(Pairing.ADJACENT, Pairing.PRE_CENTRED)) {
      PairWindow window = PairWindow.hebbian(0.1, 1, 20);
      SpikeRule rule = new PairStdp(window, pairing, WeightDependence.Additive.unbounded());
      IllegalArgumentException shared =
          assertThrows(IllegalArgumentException.class, () -> Learning.by(rule));
      assertEquals(
          "rule must leave the traces of a side to the spikes of that side in a network, was "
              + rule,
          shared.getMessage());
    }
    Network outside = network(Learning.by(RULES.getFirst()));
    Network bad =
        new Network(
            DT_MS,
            outside.populations(),
            List.of(
                Projection.of(
                    "A",
                    "B",
                    new FixedInDegree(1),
                    Synapse.of("probability", 0.5, 1).learning(Learning.by(RULES.getFirst())))),
            List.of());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Simulation.of(bad, Seeds.of(1)));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("weight must be in the range of"));
  }
}
