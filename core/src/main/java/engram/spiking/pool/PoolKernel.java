// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;

/// The rule on packed bits. Window tests are shifts of whole rows, 64 steps at a time; pools are
/// the columns of a raster that is turned once an epoch. An epoch costs the shifts and, for each
/// error, the size of its pool.
///
///     missed   = target and not spread(model, D to both sides)
///     spurious = model and not spread(target, D to both sides)
///     pools    = columns of spread(causes, 1 to P steps later)
@FromPaper(value = "pspm", at = "spec: fast form")
final class PoolKernel implements PoolUpdate {
  private final PspmRule rule;
  private final SynapseMask mask;
  private final WeightLimits limits;

  PoolKernel(PspmRule rule, SynapseMask mask, WeightLimits limits) {
    this.rule = rule;
    this.mask = mask;
    this.limits = limits;
  }

  @Override
  public Judged judge(SpikeRaster model, SpikeRaster target) {
    return new Run(model, target);
  }

  /// A run that was judged.
  private final class Run implements Judged {
    private final SpikeRaster missed;
    private final SpikeRaster spurious;
    private final SpikeRaster pools;
    private final double[] rateErrors;

    Run(SpikeRaster model, SpikeRaster target) {
      int d = rule.window().tolerance();
      missed = target.andNot(model.dilated(-d, d));
      spurious = model.andNot(target.dilated(-d, d));
      SpikeRaster causes = rule.drive() == PspmRule.Drive.TEACHER ? target : model;
      pools = causes.dilated(1, rule.window().depth()).transposed();
      rateErrors = new double[model.neurons()];
      for (int i = 0; i < rateErrors.length; i++) {
        rateErrors[i] = (target.count(i) - model.count(i)) / (double) model.steps();
      }
    }

    @Override
    public int missed(int i) {
      return (int) missed.count(i);
    }

    @Override
    public int spurious(int i) {
      return (int) spurious.count(i);
    }

    @Override
    public void change(RecurrentWeights weights, int i, double eta, PoolDraws draws) {
      if (rule.step().probability() > 0) {
        local(weights, i, eta, draws);
      }
      double growth = rule.homeostasis() * rateErrors[i];
      for (int j = 0; growth != 0 && j < weights.neurons(); j++) {
        if (mask.has(i, j)) {
          double w = weights.weight(i, j);
          weights.set(
              i, j, limits.clipped(j, w + rule.homeostasis() * Math.abs(w) * rateErrors[i]));
        }
      }
    }

    private void local(RecurrentWeights weights, int i, double eta, PoolDraws draws) {
      boolean accumulated = rule.timing() == PspmRule.Timing.ACCUMULATED;
      double[] sums = new double[accumulated ? weights.neurons() : 0];
      int miss = missed.next(i, 0);
      int extra = spurious.next(i, 0);
      while (miss >= 0 || extra >= 0) {
        boolean grow = extra < 0 || (miss >= 0 && miss < extra);
        int t = grow ? miss : extra;
        error(weights, i, t, grow ? eta : -eta, sums, draws);
        if (grow) {
          miss = missed.next(i, t + 1);
        } else {
          extra = spurious.next(i, t + 1);
        }
      }
      for (int j = 0; j < sums.length; j++) {
        if (sums[j] != 0) {
          weights.set(i, j, limits.clipped(j, weights.weight(i, j) + sums[j]));
        }
      }
    }

    private void error(
        RecurrentWeights weights, int i, int t, double eta, double[] sums, PoolDraws draws) {
      int at = rule.credit() == PspmRule.Credit.RECENT ? t : draws.moment(i, t);
      for (int w = 0; w < mask.words(); w++) {
        long candidates = mask.word(i, w) & pools.word(at, w);
        while (candidates != 0) {
          int j = (w << 6) + Long.numberOfTrailingZeros(candidates);
          candidates &= candidates - 1;
          double size = draws.size(i, t, j, rule.step().probability());
          if (size >= 0) {
            double before = weights.weight(i, j);
            double change = eta * size * (rule.step().relative() ? Math.abs(before) : 1);
            if (sums.length > 0) {
              sums[j] += change;
            } else {
              weights.set(i, j, limits.clipped(j, before + change));
            }
          }
        }
      }
    }
  }
}
