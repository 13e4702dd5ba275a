// SPDX-License-Identifier: Apache-2.0
package engram.flow.patch;

import engram.source.FromPaper;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// What a descent did: its residuals, their running sum, the coordinates that it kept, the network
/// at the end, and where it diverged, if it did: that is a result, not an error.
///
/// The residual of a step is `e = y (target - f)`, which is `1 - y f` without label noise, taken
/// before the step on the example that the step used; for a full batch the mean over all examples.
/// A descent has diverged where a residual's size passes [#DIVERGED] or is not a number; it takes
/// no further step.
///
/// References: see the package.
@FromPaper(value = "benign-oscillation", at = "spec: residuals, coordinates")
public final class SgdTrace {
  /// The size of a residual from which on a descent counts as diverged.
  public static final double DIVERGED = 1e3;

  static final int ALL_EXAMPLES = -1;

  private final FeatureNoiseData data;
  private final PatchNet net;
  private final double[] residuals;
  private final double[] running;
  private final int[] used;
  private final OptionalInt divergenceStep;
  private final double divergenceResidual;
  private final List<Coordinates> coordinates;

  private SgdTrace(Draft draft, PatchNet net, List<Coordinates> coordinates) {
    this.data = draft.data;
    this.net = net;
    this.coordinates = coordinates;
    residuals = Arrays.copyOf(draft.residuals, draft.count);
    used = Arrays.copyOf(draft.used, draft.count);
    divergenceStep = draft.divergenceStep;
    divergenceResidual = draft.divergenceResidual;
    running = new double[draft.count + 1];
    for (int t = 0; t < draft.count; t++) {
      running[t + 1] = running[t] + residuals[t];
    }
  }

  /// The network at the end.
  public PatchNet net() {
    return net;
  }

  /// How many steps were taken.
  public int steps() {
    return residuals.length;
  }

  /// The residual of step t.
  public double residual(int t) {
    return residuals[t];
  }

  /// The sum of the residuals of the steps before step t, t in [0, steps].
  public double residualSum(int t) {
    return running[t];
  }

  /// The sum of squared residuals over the steps in [from, to).
  public double squaredResidualSum(int from, int to) {
    double sum = 0;
    for (int t = from; t < to; t++) {
      sum += residuals[t] * residuals[t];
    }
    return sum;
  }

  /// The mean squared residual over those of the steps in [from, to) that used an example of one
  /// kind; 0 if none did.
  ///
  /// @param strong whether the kind is that with the strong feature
  public double meanSquaredResidual(int from, int to, boolean strong) {
    double sum = 0;
    int count = 0;
    for (int t = from; t < to; t++) {
      if (used[t] != ALL_EXAMPLES && data.isStrong(used[t]) == strong) {
        sum += residuals[t] * residuals[t];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /// The step that found the descent diverged; empty if none did.
  public OptionalInt divergenceStep() {
    return divergenceStep;
  }

  /// The residual that was found there; 0 if the descent did not diverge.
  public double divergenceResidual() {
    return divergenceResidual;
  }

  /// The coordinates that were kept, first those before the first step, last those at the end.
  public List<Coordinates> coordinates() {
    return coordinates;
  }

  /// How many units have died: filters that were on the active side of the strong feature for the
  /// label that they vote for, and are not at the end. A factor `1 + c e` below 0 does that.
  public int deadUnits() {
    Coordinates first = coordinates.getFirst();
    Coordinates last = coordinates.getLast();
    int dead = 0;
    for (int unit = 0; unit < net.units(); unit++) {
      int sign = unit < net.shape().filters() ? 1 : -1;
      if (sign * first.strong(unit) > 0 && !(sign * last.strong(unit) > 0)) {
        dead++;
      }
    }
    return dead;
  }

  /// A trace while it grows.
  static final class Draft {
    private final FeatureNoiseData data;
    private final PatchNet start;
    private final double[] residuals;
    private final int[] used;
    private int count;
    private OptionalInt divergenceStep = OptionalInt.empty();
    private double divergenceResidual;

    Draft(PatchNet start, FeatureNoiseData data, PatchSgd descent) {
      this.start = start;
      this.data = data;
      residuals = new double[descent.steps()];
      used = new int[descent.steps()];
    }

    /// Takes the residual of the next step; true if the descent has diverged with it.
    boolean add(int example, double residual) {
      if (!(Math.abs(residual) <= DIVERGED)) {
        divergenceStep = OptionalInt.of(count);
        divergenceResidual = residual;
        return true;
      }
      residuals[count] = residual;
      used[count++] = example;
      return false;
    }

    /// Looks at every example once more, so that a last step that blew up is found as well.
    SgdTrace finish(PatchNet end, List<Coordinates> kept) {
      PatchSgdKernel kernel = new PatchSgdKernel(end, data);
      for (int i = 0; i < data.count() && divergenceStep.isEmpty(); i++) {
        double residual = 1 - data.label(i) * kernel.output(i);
        if (!(Math.abs(residual) <= DIVERGED)) {
          divergenceStep = OptionalInt.of(count);
          divergenceResidual = residual;
        }
      }
      if (kept.isEmpty() || kept.getFirst().step() != 0) {
        kept.addFirst(new Coordinates(0, start, data));
      }
      if (count > 0) {
        kept.add(new Coordinates(count, end, data));
      }
      return new SgdTrace(this, end, List.copyOf(kept));
    }
  }
}
