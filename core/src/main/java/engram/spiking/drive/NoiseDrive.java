// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.kernel.Floats;
import engram.neuron.Site;
import engram.random.KeyedDraws;
import engram.random.Seeds;

/// Gaussian noise, independent from neuron to neuron and from step to step: `mean + sd z` with z by
/// the method of Box and Muller from draws that are keyed by (neuron, step).
///
/// The standard deviation is that of what arrives in one step. White noise of a given intensity
/// therefore has a standard deviation that depends on dt.
///
/// @param onto which neurons, at which receptor
/// @param mean in the unit of the receptor
/// @param standardDeviation in the unit of the receptor, at least 0
/// @param window when it is on
public record NoiseDrive(Onto onto, double mean, double standardDeviation, Window window)
    implements Drive {
  private static final float TURN = 0x1.921fb6p2f;

  /// Checks.
  public NoiseDrive {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, was " + mean);
    }
    if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "standardDeviation must be 0 or more and finite, was " + standardDeviation);
    }
  }

  @Override
  public Injection injection(Site site, Seeds seeds) {
    return new Loop(site);
  }

  /// One normal number a neuron: cos of one draw, radius of another.
  private final class Loop implements Injection {
    private final Site site;
    private final long first;
    private final long end;
    private final int[] bits;
    private final float[] radius;
    private final float[] angle;

    Loop(Site site) {
      this.site = site;
      first = window.firstStep(site.dtMs());
      end = window.endStep(site.dtMs());
      bits = new int[site.count()];
      radius = new float[site.count()];
      angle = new float[site.count()];
    }

    @Override
    public void add(float[] in, int at, long step) {
      if (step < first || step >= end) {
        return;
      }
      int n = bits.length;
      uniform(2 * step, radius);
      Floats.log(radius, 0, radius, 0, n);
      uniform(2 * step + 1, angle);
      for (int i = 0; i < n; i++) {
        angle[i] *= TURN;
      }
      Floats.cos(angle, 0, angle, 0, n);
      float sd = (float) standardDeviation;
      float middle = (float) mean;
      for (int i = 0; i < n; i++) {
        float z = (float) Math.sqrt(-2 * radius[i]) * angle[i];
        in[at + i] += Math.fma(sd, z, middle);
      }
    }

    private void uniform(long counter, float[] into) {
      KeyedDraws.bits24(site.key(), counter, site.first(), bits, 0, bits.length);
      for (int i = 0; i < bits.length; i++) {
        into[i] = (bits[i] + 0.5f) * 0x1.0p-24f;
      }
    }
  }
}
