// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.neuron.Site;
import engram.random.Seeds;
import java.util.Arrays;

/// Input that is given event by event: recorded spikes played back, frozen noise, a stimulus.
///
/// Event k adds `amounts[k]` to neuron `neurons[k]` in step `steps[k]`.
public final class ReplayDrive implements Drive {
  private final Onto onto;
  private final long[] steps;
  private final int[] neurons;
  private final float[] amounts;

  private ReplayDrive(Onto onto, long[] steps, int[] neurons, float[] amounts) {
    this.onto = onto;
    this.steps = steps;
    this.neurons = neurons;
    this.amounts = amounts;
  }

  /// Events in the order of their steps.
  ///
  /// @param steps from 0 on, not falling
  /// @param neurons numbers in the population
  /// @param amounts in the unit of the receptor
  public static ReplayDrive of(Onto onto, long[] steps, int[] neurons, float[] amounts) {
    if (neurons.length != steps.length || amounts.length != steps.length) {
      throw new IllegalArgumentException(
          "neurons and amounts must be as many as the %d steps, was %d and %d"
              .formatted(steps.length, neurons.length, amounts.length));
    }
    for (int k = 0; k < steps.length; k++) {
      if (steps[k] < (k == 0 ? 0 : steps[k - 1])) {
        throw new IllegalArgumentException(
            "steps must be from 0 on and not fall, was " + steps[k] + " at event " + k);
      }
      if (neurons[k] < onto.from() || neurons[k] >= onto.to()) {
        throw new IllegalArgumentException(
            "neurons must be in [%d, %d), was %d at event %d"
                .formatted(onto.from(), onto.to(), neurons[k], k));
      }
    }
    return new ReplayDrive(onto, steps.clone(), neurons.clone(), amounts.clone());
  }

  /// A frozen current: row t is what the neurons get in step t, from neuron 0 on.
  public static ReplayDrive frozen(Onto onto, float[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    int count = Math.multiplyExact(rows.length, width);
    long[] steps = new long[count];
    int[] neurons = new int[count];
    float[] amounts = new float[count];
    for (int t = 0, k = 0; t < rows.length; t++) {
      if (rows[t].length != width) {
        throw new IllegalArgumentException(
            "rows must be of one length, " + width + ", was " + rows[t].length + " at step " + t);
      }
      for (int i = 0; i < width; i++, k++) {
        steps[k] = t;
        neurons[k] = onto.from() + i;
        amounts[k] = rows[t][i];
      }
    }
    return of(onto, steps, neurons, amounts);
  }

  @Override
  public Onto onto() {
    return onto;
  }

  @Override
  public Injection injection(Site site, Seeds seeds) {
    int behind = site.first() + site.count();
    return (in, at, step) -> {
      for (int k = first(step); k < steps.length && steps[k] == step; k++) {
        if (neurons[k] >= site.first() && neurons[k] < behind) {
          in[at + neurons[k] - site.first()] += amounts[k];
        }
      }
    };
  }

  /// The first event of a step or later.
  private int first(long step) {
    int k = Arrays.binarySearch(steps, step);
    if (k < 0) {
      return -k - 1;
    }
    while (k > 0 && steps[k - 1] == step) {
      k--;
    }
    return k;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplayDrive that
        && onto.equals(that.onto)
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(neurons, that.neurons)
        && Arrays.equals(amounts, that.amounts);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(steps) + Arrays.hashCode(neurons)) + Arrays.hashCode(amounts);
  }

  /// Says by a number of 32 bits which events they are: equal drives give equal texts.
  @Override
  public String toString() {
    return "ReplayDrive[%s, %d, %08x]".formatted(onto, steps.length, hashCode());
  }
}
