// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.neuron.Site;
import engram.random.Seeds;

/// An open input: what it gives is set from outside between steps and stays until it is set again.
/// For closed loops, and for stimuli that a program makes as it goes.
///
/// @param onto which neurons, at which receptor
public record Port(Onto onto) implements Drive {
  @Override
  public Gate injection(Site site, Seeds seeds) {
    return new Gate(site.count());
  }

  /// What stands at a port for the neurons of a site.
  public static final class Gate implements Injection {
    private final float[] values;
    private boolean open;

    Gate(int count) {
      values = new float[count];
    }

    /// How many neurons it reaches.
    public int size() {
      return values.length;
    }

    /// Takes `from[at]` and on.
    public void set(float[] from, int at) {
      System.arraycopy(from, at, values, 0, values.length);
      open = false;
      for (float value : values) {
        open |= value != 0;
      }
    }

    /// Copies what stands to `into[at]` and on.
    public void get(float[] into, int at) {
      System.arraycopy(values, 0, into, at, values.length);
    }

    @Override
    public void add(float[] in, int at, long step) {
      if (open) {
        for (int i = 0; i < values.length; i++) {
          in[at + i] += values[i];
        }
      }
    }
  }
}
