// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.neuron.Izhikevich;
import engram.neuron.Mixed;
import engram.neuron.NeuronModel;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import engram.spiking.Network;
import engram.spiking.Population;
import engram.spiking.Projection;
import engram.spiking.Simulation;
import engram.spiking.Spikes;
import engram.spiking.Stimulus;
import engram.spiking.Synapse;
import engram.spiking.connect.Distribution;
import engram.spiking.connect.ListedPairs;
import engram.spiking.drive.ConstantDrive;
import engram.spiking.drive.Onto;
import engram.spiking.drive.Port;
import engram.spiking.drive.Window;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A fixed network of unlike neurons that a cue kicks: its transient is a clock of many hands.
///
/// Of N Izhikevich neurons 80 % are excitatory; with q uniform in (0, 1) for each neuron,
///
///     excitatory  a = .02          b = .2           c = -65 + 15 q^2   d = 8 - 6 q^2
///     inhibitory  a = .02 + .08 q  b = .25 - .05 q  c = -65            d = 2
///
/// Each sends to a fixed number of random targets with weights uniform in (0, gE) or (-gI, 0); a
/// spike makes the target's current jump a step later, which decays with 5 ms. A steady current,
/// uniform in (3, 5), keeps the neurons near their threshold. Every trial begins from the same
/// state: v = -65, u = b v, nothing under way.
///
/// What is read are filtered spikes r, `r' = -r / tau + spikes / tau`.
///
/// In a step of 1 ms, in this order: potentials move under the currents as they stand, currents
/// decay, and what arrives joins them whole. (Another order scales a synapse by `exp(-1/5)`; the
/// paper's is not known.)
@FromPaper(value = "what-when", at = "spec: reservoir")
public final class CueReservoir {
  private static final String CELLS = "cells";
  private static final double EXCITATORY = 0.8;
  private static final double SYNAPSE_MS = 5;
  private static final double STEP_MS = 1;

  /// What a reservoir is like.
  ///
  /// @param neurons N, at least 10
  /// @param outDegree targets of each neuron, below N
  /// @param excitation gE, mV/ms, 0 or more
  /// @param inhibition gI, mV/ms, 0 or more
  /// @param traceMs tau, in ms
  /// @param trialMs length of a trial, in ms, whole
  /// @param everyMs time between two rows of traces, in ms, whole
  public record Settings(
      int neurons,
      int outDegree,
      double excitation,
      double inhibition,
      double traceMs,
      int trialMs,
      int everyMs) {
    /// Checks the numbers.
    public Settings {
      if (neurons < 10) {
        throw new IllegalArgumentException("neurons must be at least 10, was " + neurons);
      }
      if (outDegree < 0 || outDegree >= neurons) {
        throw new IllegalArgumentException(
            "outDegree must be in [0, %d], was %d".formatted(neurons - 1, outDegree));
      }
      if (!(excitation >= 0 && inhibition >= 0 && excitation + inhibition < 1e6)) {
        throw new IllegalArgumentException(
            "excitation and inhibition must be finite, 0 or more, were %s and %s"
                .formatted(excitation, inhibition));
      }
      if (!(traceMs > 0 && traceMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("traceMs must be finite and above 0, was " + traceMs);
      }
      if (everyMs < 1 || trialMs < everyMs) {
        throw new IllegalArgumentException(
            "everyMs must be in [1, %d], was %d".formatted(trialMs, everyMs));
      }
    }

    /// 600 neurons, 60 targets each, traces of 70 ms read every 4 ms over 1,200 ms.
    ///
    /// @param excitation gE; gI is twice that
    public static Settings ofSmallExperiment(double excitation) {
      return new Settings(600, 60, excitation, 2 * excitation, 70, 1200, 4);
    }
  }

  private final Settings settings;
  private final Simulation simulation;
  private final Snapshot start;
  private long fired;
  private long steps;

  private CueReservoir(Settings settings, Simulation simulation) {
    this.settings = settings;
    this.simulation = simulation;
    start = simulation.snapshot();
  }

  /// Draws a reservoir.
  public static CueReservoir of(Settings settings, Seeds seeds) {
    int excitatory = (int) Math.round(EXCITATORY * settings.neurons());
    Network network =
        Network.at(STEP_MS)
            .with(cells(settings.neurons(), excitatory, seeds.stream("cells")))
            .with(recurrent(settings, excitatory, seeds.stream("synapses")))
            .with(steady(settings.neurons(), seeds.stream("steady")))
            .with(new Port(Onto.all(CELLS, "current")));
    return new CueReservoir(settings, Simulation.of(network, seeds.child("network")));
  }

  private static Population cells(int neurons, int excitatory, RandomStream random) {
    List<NeuronModel> cells = new ArrayList<>();
    double[] u = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      double q = random.nextDouble();
      Izhikevich cell =
          i < excitatory
              ? new Izhikevich(0.02, 0.2, -65 + 15 * q * q, 8 - 6 * q * q, SYNAPSE_MS)
              : new Izhikevich(0.02 + 0.08 * q, 0.25 - 0.05 * q, -65, 2, SYNAPSE_MS);
      cells.add(cell);
      u[i] = cell.b() * -65;
    }
    return Population.of(CELLS, neurons, new Mixed(cells)).starting("u", Distribution.each(u));
  }

  private static ConstantDrive steady(int neurons, RandomStream random) {
    double[] current = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      current[i] = random.nextDouble(3, 5);
    }
    return new ConstantDrive(Onto.all(CELLS, "current"), Distribution.each(current), Window.ALWAYS);
  }

  private static Projection recurrent(Settings settings, int excitatory, RandomStream random) {
    int count = settings.neurons() * settings.outDegree();
    int[] sources = new int[count];
    int[] targets = new int[count];
    double[] weights = new double[count];
    int at = 0;
    for (int i = 0; i < settings.neurons(); i++) {
      for (int target : random.sample(settings.neurons(), settings.outDegree())) {
        double strength = i < excitatory ? settings.excitation() : -settings.inhibition();
        sources[at] = i;
        targets[at] = target;
        weights[at++] = strength * random.nextDouble();
      }
    }
    return Projection.of(
        CELLS,
        CELLS,
        ListedPairs.of(sources, targets),
        new Synapse("synaptic", Distribution.each(weights), Distribution.constant(STEP_MS)));
  }

  /// What it is like.
  public Settings settings() {
    return settings;
  }

  /// Runs a trial from its start, and gives the traces r: a row every [Settings#everyMs], the first
  /// at time 0 before anything happened.
  ///
  /// @param inputs what flows in beside the steady current
  /// @throws engram.error.NumericalException naming neuron and step if a potential is no number
  public double[] trial(TrialInput... inputs) {
    int n = settings.neurons();
    double kept = Doubles.exp(-STEP_MS / settings.traceMs());
    double jump = 1 / settings.traceMs();
    double[] rows = new double[settings.trialMs() / settings.everyMs() * n];
    double[] r = new double[n];
    float[] current = new float[n];
    simulation.restore(start);
    for (int t = 0; t < settings.trialMs(); t++) {
      int row = t / settings.everyMs();
      if (t % settings.everyMs() == 0 && (row + 1) * n <= rows.length) {
        System.arraycopy(r, 0, rows, row * n, n);
      }
      Arrays.fill(current, 0);
      for (TrialInput input : inputs) {
        input.add(t, current);
      }
      Spikes spikes = simulation.step(Stimulus.of(current));
      for (int i = 0; i < n; i++) {
        r[i] *= kept;
      }
      for (int i : spikes.neurons().getFirst()) {
        r[i] += jump;
      }
      fired += spikes.count();
      steps++;
    }
    return rows;
  }

  /// The same, less the means over this trial.
  public CentredTraces centred(TrialInput... inputs) {
    return CentredTraces.of(settings.everyMs(), settings.neurons(), trial(inputs));
  }

  /// The mean rate of a neuron over all trials so far, in 1/s.
  public double meanHz() {
    return steps == 0 ? 0 : 1000.0 * fired / (steps * (double) settings.neurons());
  }
}
