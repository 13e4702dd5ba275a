// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.error.NumericalException;
import engram.kernel.Doubles;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.OptionalInt;

/// A student while it learns by [CurlDescent]: full-batch steps, one at a time.
@FromPaper(value = "curl-descent", at = "code: learners")
public final class CurlLearner implements Dynamics {
  private final CurlDescent descent;
  private final TwoLayerNet net;
  private final Task task;
  private final SignMask mask;
  private final double[] fixedBack;
  private final RandomStream noise;
  private final double[] firstNorms;
  private final double[] secondNorms;
  private final double[] first;
  private final double[] second;
  private int steps;

  CurlLearner(CurlDescent descent, TwoLayerNet net, Task task, SignMask mask, Seeds seeds) {
    this(
        descent,
        net,
        task,
        mask,
        descent.feedback() == Feedback.DFA ? fixedBack(descent, net.shape, seeds) : new double[0],
        seeds.stream("noise"),
        descent.norm().of(net.first, net.shape.inputs()),
        descent.norm().of(net.second, net.shape.hidden()));
  }

  private CurlLearner(
      CurlDescent descent,
      TwoLayerNet net,
      Task task,
      SignMask mask,
      double[] fixedBack,
      RandomStream noise,
      double[] firstNorms,
      double[] secondNorms) {
    this.descent = descent;
    this.net = net;
    this.task = task;
    this.mask = mask;
    this.fixedBack = fixedBack;
    this.noise = noise;
    this.firstNorms = firstNorms;
    this.secondNorms = secondNorms;
    first = new double[net.first.length];
    second = new double[net.second.length];
  }

  /// The network now, a copy.
  public TwoLayerNet net() {
    return net.copy();
  }

  /// The loss now.
  public double loss() {
    return task.loss(net);
  }

  /// How many steps were taken.
  public int steps() {
    return steps;
  }

  /// Takes a step.
  ///
  /// @throws NumericalException if the loss before the step is not finite; nothing is changed then
  @Override
  public void step() {
    double[] back = descent.feedback() == Feedback.DFA ? fixedBack : transposed(net);
    double loss = task.sums(net, back, first, second);
    if (!Double.isFinite(loss)) {
      throw new NumericalException(
          "loss must be finite, was "
              + loss
              + " after step "
              + steps
              + "; lower eta or hold norms");
    }
    update(net.first, first, net.shape.inputs(), true, firstNorms);
    update(net.second, second, net.shape.hidden(), false, secondNorms);
    steps++;
  }

  /// Takes so many steps.
  public void run(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  /// Steps until the loss on some task is at most a target, and says after how many that was; empty
  /// if it was not by then.
  ///
  /// @param judge the task whose loss counts, such as that of test examples
  /// @param every steps from one look to the next, 1 or more
  /// @param most no step is taken beyond this number
  public OptionalInt stepsTo(double target, Task judge, int every, int most) {
    if (every < 1) {
      throw new IllegalArgumentException("every must be 1 or more, was " + every);
    }
    while (true) {
      if (judge.loss(net) <= target) {
        return OptionalInt.of(steps);
      }
      if (steps + every > most) {
        return OptionalInt.empty();
      }
      run(every);
    }
  }

  private void update(
      double[] weights, double[] gradient, int columns, boolean isFirst, double[] norms) {
    if (descent.part() == CurlDescent.Part.ISOTROPIC) {
      addNoise(gradient, columns, isFirst);
    } else if (isFirst) {
      mask.applyFirst(gradient, columns);
    } else {
      mask.applySecond(gradient, columns);
    }
    Doubles.axpy(-descent.eta(), gradient, 0, weights, 0, weights.length);
    descent.norm().hold(weights, norms, columns);
  }

  /// Adds a random direction as long as the curl part.
  private void addNoise(double[] gradient, int columns, boolean isFirst) {
    double[] masked = gradient.clone();
    if (isFirst) {
      mask.applyFirst(masked, columns);
    } else {
      mask.applySecond(masked, columns);
    }
    Doubles.axpy(-1, gradient, 0, masked, 0, masked.length);
    double length = Math.sqrt(Doubles.dot(masked, masked));
    if (length > 0) {
      noise.fillGaussian(masked, 1);
      double drawn = Math.sqrt(Doubles.dot(masked, masked));
      Doubles.axpy(length / drawn, masked, 0, gradient, 0, gradient.length);
    }
  }

  @Override
  public int size() {
    return net.shape.weights();
  }

  @Override
  public void read(double[] into) {
    System.arraycopy(net.first, 0, into, 0, net.first.length);
    System.arraycopy(net.second, 0, into, net.first.length, net.second.length);
  }

  @Override
  public void write(double[] from) {
    System.arraycopy(from, 0, net.first, 0, net.first.length);
    System.arraycopy(from, net.first.length, net.second, 0, net.second.length);
  }

  /// A learner that goes on from here by itself, with the same norms to hold.
  ///
  /// @throws IllegalStateException if this one draws noise, which two cannot share
  @Override
  public CurlLearner fork() {
    if (descent.part() == CurlDescent.Part.ISOTROPIC) {
      throw new IllegalStateException(
          "a learner that draws noise must not be forked, was asked to");
    }
    CurlLearner fork =
        new CurlLearner(descent, net.copy(), task, mask, fixedBack, noise, firstNorms, secondNorms);
    fork.steps = steps;
    return fork;
  }

  /// `W2'`, hidden by outputs.
  static double[] transposed(TwoLayerNet net) {
    int n = net.shape.hidden();
    int outputs = net.shape.outputs();
    double[] back = new double[n * outputs];
    for (int k = 0; k < outputs; k++) {
      for (int i = 0; i < n; i++) {
        back[i * outputs + k] = net.second[k * n + i];
      }
    }
    return back;
  }

  private static double[] fixedBack(CurlDescent descent, NetShape shape, Seeds seeds) {
    RandomStream stream = seeds.stream("feedback");
    double range = descent.feedbackScale() / Math.sqrt(shape.hidden());
    double[] back = new double[shape.hidden() * shape.outputs()];
    Arrays.setAll(back, i -> range * (2 * stream.nextDouble() - 1));
    return back;
  }
}
