// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.plasticity.spike.SpikeRule;
import engram.plasticity.spike.SpikeTraces;

/// By what the four traces of a rule are multiplied in a number of steps: a table of the usual
/// numbers, computed in the same way as what is beyond it.
final class Decays {
  private static final int USUAL = 4096;

  private final SpikeRule rule;
  private final double dtMs;
  private final double[] pre = new double[USUAL];
  private final double[] post = new double[USUAL];
  private final double[] slowPre = new double[USUAL];
  private final double[] slowPost = new double[USUAL];

  Decays(SpikeRule rule, double dtMs) {
    this.rule = rule;
    this.dtMs = dtMs;
    for (int steps = 0; steps < USUAL; steps++) {
      SpikeTraces left = after(steps);
      pre[steps] = left.pre();
      post[steps] = left.post();
      slowPre[steps] = left.slowPre();
      slowPost[steps] = left.slowPost();
    }
  }

  private SpikeTraces after(long steps) {
    return rule.decayed(new SpikeTraces(1, 1, 1, 1), steps * dtMs);
  }

  double pre(long steps) {
    return steps < USUAL ? pre[(int) steps] : after(steps).pre();
  }

  double post(long steps) {
    return steps < USUAL ? post[(int) steps] : after(steps).post();
  }

  double slowPre(long steps) {
    return steps < USUAL ? slowPre[(int) steps] : after(steps).slowPre();
  }

  double slowPost(long steps) {
    return steps < USUAL ? slowPost[(int) steps] : after(steps).slowPost();
  }
}
