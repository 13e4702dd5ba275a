// SPDX-License-Identifier: Apache-2.0
package engram.spiking.reservoir;

import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A current that flows into a reservoir during a trial.
@FromPaper(value = "what-when", at = "spec: reservoir, input")
public interface TrialInput {
  /// Adds what flows in the millisecond that begins at a time.
  ///
  /// @param tMs time from the cue's onset, in ms
  /// @param into one number a neuron, in mV/ms
  void add(double tMs, float[] into);

  /// A cue: from time 0 on, some neurons get a current each.
  ///
  /// @param lengthMs how long
  /// @param share of the neurons that get one, in [0, 1]
  /// @param most currents are uniform in [0, most)
  static TrialInput cue(int neurons, double lengthMs, double share, double most, Seeds seeds) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1], was " + share);
    }
    float[] amplitude = new float[neurons];
    RandomStream random = seeds.stream("cue");
    for (int i : random.sample(neurons, (int) Math.round(share * neurons))) {
      amplitude[i] = (float) (most * random.nextDouble());
    }
    return (tMs, into) -> {
      if (tMs < lengthMs) {
        for (int i = 0; i < neurons; i++) {
          into[i] += amplitude[i];
        }
      }
    };
  }

  /// Independent Gaussian noise in every neuron and millisecond.
  ///
  /// @param standardDeviation in mV/ms
  /// @param random gives other noise in every trial
  static TrialInput noise(double standardDeviation, RandomStream random) {
    if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "standardDeviation must be finite, 0 or more, was " + standardDeviation);
    }
    return (_, into) -> {
      for (int i = 0; i < into.length; i++) {
        into[i] += (float) (standardDeviation * random.nextGaussian());
      }
    };
  }

  /// The same slow waves in every trial: some neurons get one of them each.
  static TrialInput waves(Waves waves, int neurons, double share, double amplitude, Seeds seeds) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1], was " + share);
    }
    RandomStream random = seeds.stream("waves onto neurons");
    int[] reached = random.sample(neurons, (int) Math.round(share * neurons));
    int[] wave = new int[reached.length];
    for (int k = 0; k < wave.length; k++) {
      wave[k] = random.nextInt(waves.count());
    }
    double[] now = new double[waves.count()];
    return (tMs, into) -> {
      waves.at(tMs, now);
      for (int k = 0; k < reached.length; k++) {
        into[reached[k]] += (float) (amplitude * now[wave[k]]);
      }
    };
  }

  /// Frozen sine waves of slow frequencies.
  final class Waves {
    private static final double LEAST_HZ = 0.5;
    private static final double MOST_HZ = 5;
    private static final double TURN = 0x1.921fb54442d18p2;

    private final double[] perMs;
    private final double[] phase;

    /// Waves of 0.5 to 5 Hz and any phase.
    ///
    /// @param count from 1
    public Waves(int count, Seeds seeds) {
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1, was " + count);
      }
      RandomStream random = seeds.stream("waves");
      perMs = new double[count];
      phase = new double[count];
      for (int k = 0; k < count; k++) {
        perMs[k] = TURN * random.nextDouble(LEAST_HZ, MOST_HZ) / 1000;
        phase[k] = TURN * random.nextDouble();
      }
    }

    /// How many.
    public int count() {
      return perMs.length;
    }

    /// Writes their values at a time.
    public void at(double tMs, double[] into) {
      for (int k = 0; k < perMs.length; k++) {
        into[k] = perMs[k] * tMs + phase[k];
      }
      Doubles.sin(into, 0, into, 0, perMs.length);
    }

    /// The waves themselves as traces over a trial: what a readout has without a network.
    public CentredTraces traces(double trialMs, double everyMs) {
      int times = (int) (trialMs / everyMs);
      double[] raw = new double[times * count()];
      double[] now = new double[count()];
      for (int t = 0; t < times; t++) {
        at(t * everyMs, now);
        System.arraycopy(now, 0, raw, t * count(), count());
      }
      return CentredTraces.of(everyMs, count(), raw);
    }
  }
}
