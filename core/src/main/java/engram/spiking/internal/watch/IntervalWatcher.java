// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.watch;

import engram.spiking.internal.part.Emission;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Watcher;
import java.util.Arrays;

/// Keeps, of each neuron of a part, how often it fired and the sums of its intervals and of their
/// squares: all that a rate and a coefficient of variation need, whatever the length of the run.
public final class IntervalWatcher implements Watcher {
  private final long[] last;
  private final long[] spikes;
  private final double[] sum;
  private final double[] squares;
  private long steps;

  /// @param count neurons of the part
  public IntervalWatcher(int count) {
    last = new long[count];
    spikes = new long[count];
    sum = new double[count];
    squares = new double[count];
    clear();
  }

  @Override
  public void see(Part part, long step, Emission emission, int offset) {
    steps++;
    int[] fired = emission.neurons();
    for (int k = emission.from(offset); k < emission.to(offset); k++) {
      int i = fired[k];
      if (last[i] >= 0) {
        double interval = step - last[i];
        sum[i] += interval;
        squares[i] += interval * interval;
      }
      last[i] = step;
      spikes[i]++;
    }
  }

  /// Steps seen.
  public long steps() {
    return steps;
  }

  /// Spikes of a neuron, by index in the part.
  public long spikes(int i) {
    return spikes[i];
  }

  /// The sum of its intervals, in steps.
  public double intervals(int i) {
    return sum[i];
  }

  /// The sum of the squares of its intervals.
  public double squares(int i) {
    return squares[i];
  }

  /// Forgets all.
  public void clear() {
    steps = 0;
    Arrays.fill(last, -1);
    Arrays.fill(spikes, 0);
    Arrays.fill(sum, 0);
    Arrays.fill(squares, 0);
  }
}
