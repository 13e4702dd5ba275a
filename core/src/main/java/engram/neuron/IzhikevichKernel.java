// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Many of Izhikevich's neurons, alike or each with its own parameters.
final class IzhikevichKernel implements NeuronKernel {
  private static final float[] PEAK = {30};

  private final float dt;
  private final boolean alike;
  private final float[] a;
  private final float[] b;
  private final float[] c;
  private final float[] d;
  private final float[] kept;

  /// @param cells one for all neurons of the site, or one for each
  IzhikevichKernel(Site site, List<Izhikevich> cells) {
    Izhikevich.requireStep(site.dtMs());
    dt = (float) site.dtMs();
    alike = cells.size() == 1;
    a = column(cells, Izhikevich::a);
    b = column(cells, Izhikevich::b);
    c = column(cells, Izhikevich::c);
    d = column(cells, Izhikevich::d);
    kept = column(cells, cell -> cell.kept(site.dtMs()));
  }

  private static float[] column(List<Izhikevich> cells, ToDoubleFunction<Izhikevich> of) {
    float[] values = new float[cells.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) of.applyAsDouble(cells.get(i));
    }
    return values;
  }

  @Override
  public void advance(float[][] x, float[][] in, int from, int to, long step) {
    potential(x[0], x[1], x[2], in[1], from, to);
    if (alike) {
      recoverAlike(x[0], x[1], x[2], in[0], from, to);
    } else {
      recoverEach(x[0], x[1], x[2], in[0], from, to);
    }
  }

  private void potential(float[] v, float[] u, float[] s, float[] flow, int from, int to) {
    float half = 0.5f * dt;
    for (int i = from; i < to; i++) {
      float rest = 140 - u[i] + (s[i] + flow[i]);
      float first = Math.fma(half, Math.fma(Math.fma(0.04f, v[i], 5), v[i], rest), v[i]);
      v[i] = Math.fma(half, Math.fma(Math.fma(0.04f, first, 5), first, rest), first);
    }
  }

  private void recoverAlike(float[] v, float[] u, float[] s, float[] arrived, int from, int to) {
    float rate = dt * a[0];
    float slope = b[0];
    float share = kept[0];
    for (int i = from; i < to; i++) {
      u[i] = Math.fma(rate, Math.fma(slope, v[i], -u[i]), u[i]);
      s[i] = Math.fma(share, s[i], arrived[i]);
    }
  }

  private void recoverEach(float[] v, float[] u, float[] s, float[] arrived, int from, int to) {
    float[] rate = a;
    float[] slope = b;
    float[] share = kept;
    float h = dt;
    for (int i = from; i < to; i++) {
      u[i] = Math.fma(h * rate[i], Math.fma(slope[i], v[i], -u[i]), u[i]);
      s[i] = Math.fma(share[i], s[i], arrived[i]);
    }
  }

  @Override
  public float[] threshold() {
    return PEAK;
  }

  @Override
  public void reset(float[][] x, int[] which, int from, int to) {
    for (int k = from; k < to; k++) {
      int i = which[k];
      x[0][i] = c[alike ? 0 : i];
      x[1][i] += d[alike ? 0 : i];
    }
  }
}
