// SPDX-License-Identifier: Apache-2.0
package engram.spiking.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.kernel.Workers;
import engram.neuron.StochasticNeuron;
import engram.random.Seeds;
import engram.signal.spike.SpikeCounts;
import engram.signal.spike.SpikeTrain;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Synapse;
import engram.spiking.connect.FixedInDegree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Correlations that are summed up during a run against those of spikes that were recorded.
final class PairCorrelationsTest {
  private static final int[] CHOSEN = {0, 3, 4, 11, 17, 29, 38};

  /// A drives all of B, which are correlated by what they share.
  private static Network network() {
    return Network.at(1)
        .with(Population.of("A", 20, new StochasticNeuron(0.05)))
        .with(Population.of("B", 40, new StochasticNeuron(0.01)))
        .with(Projection.of("A", "B", new FixedInDegree(15), Synapse.of("probability", 0.2, 1)));
  }

  private static SpikeTrain train(SpikeRecord record, int neuron, long from, double ms) {
    double[] times = new double[record.count()];
    int count = 0;
    for (int k = 0; k < record.count(); k++) {
      if (record.neuron(k) == neuron) {
        times[count++] = record.step(k) - from; // steps of 1 ms
      }
    }
    return SpikeTrain.of(ms, Arrays.copyOf(times, count));
  }

  @Test
  void equalThoseOfRecordedSpikes() {
    int binSteps = 7;
    Simulation simulation = Simulation.of(network(), Seeds.of(2));
    simulation.run(10);
    SpikeRecorder recorder = simulation.recordSpikes("B");
    PairCorrelations online = simulation.correlate("B", binSteps, CHOSEN);
    assertTrue(Double.isNaN(online.covariance(0, 1)));
    assertTrue(Double.isNaN(online.mean()));
    simulation.run(5_003);
    List<SpikeTrain> trains = new ArrayList<>();
    for (int neuron : CHOSEN) {
      trains.add(train(recorder.spikes(), neuron, 10, 5_003));
    }
    SpikeCounts counts = SpikeCounts.of(trains, binSteps);
    assertEquals(counts.bins(), online.bins());
    double sum = 0;
    for (int i = 0; i < CHOSEN.length; i++) {
      for (int j = 0; j < i; j++) {
        assertEquals(counts.correlation(i, j), online.correlation(i, j), 1e-12);
        assertEquals(online.correlation(i, j), online.correlation(j, i));
        sum += counts.correlation(i, j);
      }
      assertEquals(1, online.correlation(i, i), 1e-12);
    }
    assertEquals(sum / 21, online.mean(), 1e-12);
    double byChance = 4 / Math.sqrt(21.0 * online.bins());
    assertTrue(online.mean() > byChance, "shared input must show, was " + online.mean());
  }

  @Test
  void areTheSameForAnyNumberOfWorkersAndHoweverARunIsCut() {
    Simulation whole = Simulation.of(network(), Seeds.of(2));
    PairCorrelations one = whole.correlate("B", 5, CHOSEN);
    whole.run(2_000);
    try (Workers workers = Workers.of(3)) {
      Simulation cut = Simulation.of(network(), Seeds.of(2), workers);
      PairCorrelations other = cut.correlate("B", 5, CHOSEN);
      for (int steps : new int[] {1, 3, 700, 319, 977}) {
        cut.run(steps);
      }
      assertEquals(one.bins(), other.bins());
      for (int i = 0; i < CHOSEN.length; i++) {
        for (int j = 0; j <= i; j++) {
          assertEquals(one.covariance(i, j), other.covariance(i, j));
        }
      }
      other.clear();
      assertEquals(0, other.bins());
      cut.run(9);
      assertEquals(1, other.bins());
    }
  }

  @Test
  void aNeuronThatNeverChangesHasNoCorrelation() {
    Network silent =
        Network.at(1)
            .with(Population.of("S", 3, new StochasticNeuron(0)))
            .with(Population.of("R", 3, new StochasticNeuron(0.3)));
    Simulation simulation = Simulation.of(silent, Seeds.of(1));
    PairCorrelations none = simulation.correlate("S", 2, 0, 2);
    simulation.run(100);
    assertTrue(Double.isNaN(none.correlation(0, 1)));
    assertEquals(0, none.covariance(0, 1));
    assertTrue(Double.isNaN(none.mean()));
  }

  @Test
  void refusals() {
    Simulation simulation = Simulation.of(network(), Seeds.of(1));
    refused("neurons must be two or more, was 1", () -> simulation.correlate("A", 1, 3));
    refused("neurons must ascend in [0, 19], was [3, 3]", () -> simulation.correlate("A", 1, 3, 3));
    refused("binSteps must be in [1, 33554431], was 0", () -> simulation.correlate("A", 0, 1, 2));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
