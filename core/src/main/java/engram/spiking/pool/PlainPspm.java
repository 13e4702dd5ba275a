// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.signal.spike.SpikeRaster;
import engram.source.FromPaper;
import engram.spiking.replay.RecurrentWeights;

/// The rule as it is defined, to be read: window tests and pools spike by spike. [PoolKernel]
/// equals it in every bit.
@FromPaper(value = "pspm", at = "spec: PSPM update")
final class PlainPspm implements PoolUpdate {
  private final PspmRule rule;
  private final SynapseMask mask;
  private final WeightLimits limits;

  PlainPspm(PspmRule rule, SynapseMask mask, WeightLimits limits) {
    this.rule = rule;
    this.mask = mask;
    this.limits = limits;
  }

  @Override
  public Judged judge(SpikeRaster model, SpikeRaster target) {
    SpikeRaster causes = rule.drive() == PspmRule.Drive.TEACHER ? target : model;
    return new Run(model, target, causes);
  }

  /// A run that was judged.
  private final class Run implements Judged {
    private final SpikeRaster model;
    private final SpikeRaster target;
    private final SpikeRaster causes;

    Run(SpikeRaster model, SpikeRaster target, SpikeRaster causes) {
      this.model = model;
      this.target = target;
      this.causes = causes;
    }

    @Override
    public int missed(int i) {
      int count = 0;
      for (int t = 0; t < model.steps(); t++) {
        count += missed(i, t) ? 1 : 0;
      }
      return count;
    }

    @Override
    public int spurious(int i) {
      int count = 0;
      for (int t = 0; t < model.steps(); t++) {
        count += spurious(i, t) ? 1 : 0;
      }
      return count;
    }

    @Override
    public void change(RecurrentWeights weights, int i, double eta, PoolDraws draws) {
      double[] row = new double[weights.neurons()];
      for (int j = 0; j < row.length; j++) {
        row[j] = weights.weight(i, j);
      }
      local(row, i, eta, draws);
      double d = (target.count(i) - model.count(i)) / (double) model.steps();
      for (int j = 0; j < row.length; j++) {
        if (mask.has(i, j) && rule.homeostasis() * d != 0) {
          row[j] = limits.clipped(j, row[j] + rule.homeostasis() * Math.abs(row[j]) * d);
        }
        weights.set(i, j, row[j]);
      }
    }

    private void local(double[] row, int i, double eta, PoolDraws draws) {
      double[] sums = new double[row.length];
      double[] first = row.clone();
      boolean immediate = rule.timing() == PspmRule.Timing.IMMEDIATE;
      for (int t = 0; t < model.steps(); t++) {
        boolean missed = missed(i, t);
        if (missed || spurious(i, t)) {
          int at = rule.credit() == PspmRule.Credit.RECENT ? t : draws.moment(i, t);
          for (int j = 0; j < row.length; j++) {
            double size = pooled(i, at, j) ? draws.size(i, t, j, rule.step().probability()) : -1;
            if (size >= 0) {
              double scale = rule.step().relative() ? Math.abs(immediate ? row[j] : first[j]) : 1;
              double change = (missed ? eta : -eta) * size * scale;
              if (immediate) {
                row[j] = limits.clipped(j, row[j] + change);
              } else {
                sums[j] += change;
              }
            }
          }
        }
      }
      for (int j = 0; j < row.length; j++) {
        row[j] = sums[j] == 0 ? row[j] : limits.clipped(j, row[j] + sums[j]);
      }
    }

    private boolean pooled(int i, int t, int j) {
      return mask.has(i, j) && fired(causes, j, t - rule.window().depth(), t - 1);
    }

    private boolean missed(int i, int t) {
      int d = rule.window().tolerance();
      return target.get(i, t) && !fired(model, i, t - d, t + d);
    }

    private boolean spurious(int i, int t) {
      int d = rule.window().tolerance();
      return model.get(i, t) && !fired(target, i, t - d, t + d);
    }

    private static boolean fired(SpikeRaster raster, int i, int from, int to) {
      for (int t = Math.max(0, from); t <= Math.min(to, raster.steps() - 1); t++) {
        if (raster.get(i, t)) {
          return true;
        }
      }
      return false;
    }
  }
}
