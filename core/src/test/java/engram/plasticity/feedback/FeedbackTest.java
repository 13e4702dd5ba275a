// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.feedback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.plasticity.Clouds;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;
import org.junit.jupiter.api.Test;

@FromPaper(value = "hebbian-rules", at = "spec 19")
final class FeedbackTest {
  private static final List<Integer> SIZES = List.of(4, 6, 5, 3);

  private static FeedbackNet net(Feedback feedback) {
    return new FeedbackNet(feedback, SIZES, Seeds.of(121).stream("weights"));
  }

  /// The error sent back through the transpose against differences of the loss with respect to the
  /// input of a layer: `delta_0` meets the input through W_0.
  @Test
  void transposeIsBackpropagation() {
    FeedbackNet net = net(Feedback.TRANSPOSE);
    double[] x = {0.3, -0.8, 0.5, 0.1};
    double[] t = {0.2, -0.4, 0.9};
    double[] delta = net.errors(net.forward(x), t)[0];
    double[][] w = net.weights(0);
    for (int j = 0; j < 4; j++) {
      double sent = 0;
      for (int i = 0; i < 6; i++) {
        sent += w[i][j] * delta[i];
      }
      double[] up = x.clone();
      double[] down = x.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      double difference = (loss(net, up, t) - loss(net, down, t)) / 2e-5;
      assertEquals(difference, sent, 1e-8);
    }
  }

  private static double loss(FeedbackNet net, double[] x, double[] t) {
    double[] y = net.forward(x)[3];
    double loss = 0;
    for (int i = 0; i < t.length; i++) {
      loss += (y[i] - t[i]) * (y[i] - t[i]) / 2;
    }
    return loss;
  }

  /// `B - W^T` shrinks by `1 - eta decay` a step, exactly.
  @Test
  void kolenPollackFeedbackBecomesTheTranspose() {
    FeedbackNet net = net(Feedback.KOLEN_POLLACK);
    double before = distance(net);
    RandomStream stream = Seeds.of(122).stream("x");
    for (int t = 0; t < 3000; t++) {
      net.learn(Clouds.normal(1, 4, 0, stream)[0], new double[] {0.1, 0.2, 0.3}, 0.05, 0.1);
    }
    double factor = Math.pow(1 - 0.05 * 0.1, 3000);
    assertEquals(before * factor, distance(net), 1e-9);
    assertTrue(before > 1);
  }

  private static double distance(FeedbackNet net) {
    double[][] w = net.weights(1);
    double[][] b = net.feedback(0);
    double square = 0;
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[0].length; j++) {
        square += (w[i][j] - b[j][i]) * (w[i][j] - b[j][i]);
      }
    }
    return Math.sqrt(square);
  }

  /// The angle between the error that random feedback brings and that of the transpose falls below
  /// 90 degrees, and the loss falls.
  @Test
  void everyWayLearnsAndRandomFeedbackAligns() {
    double[][] teacher = Clouds.normal(3, 4, 0, Seeds.of(123).stream("teacher"));
    for (Feedback way : Feedback.values()) {
      FeedbackNet net = net(way);
      RandomStream stream = Seeds.of(124).stream("x");
      double first = 0;
      double last = 0;
      double aligned = 0;
      for (int t = 0; t < 20_000; t++) {
        double[] x = Clouds.normal(1, 4, 0, stream)[0];
        double[] target = FeedbackNet.times(teacher, x);
        double loss = loss(net, x, target);
        first += t < 500 ? loss / 500 : 0;
        last += t >= 19_500 ? loss / 500 : 0;
        if (t >= 19_500 && way != Feedback.DIRECT) {
          aligned += cosine(net, x, target) / 500;
        }
        net.learn(x, target, 0.01, 0);
      }
      assertTrue(last < 0.5 * first, way + ": " + first + " to " + last);
      assertTrue(way == Feedback.DIRECT || aligned > 0.2, way + ": cosine " + aligned);
    }
  }

  private static double cosine(FeedbackNet net, double[] x, double[] target) {
    double[] above = net.errors(net.forward(x), target)[1];
    double[][] w = net.weights(1);
    double[] sent = FeedbackNet.times(net.feedback(0), above);
    double[] exact = new double[sent.length];
    for (int i = 0; i < exact.length; i++) {
      for (int k = 0; k < above.length; k++) {
        exact[i] += w[k][i] * above[k];
      }
    }
    return Clouds.dot(sent, exact) / Math.sqrt(Clouds.dot(sent, sent) * Clouds.dot(exact, exact));
  }

  /// Two orthogonal layers with their inverses: `h - t` is the error of backpropagation.
  @Test
  void targetPropagationOfOrthogonalLayersIsBackpropagation() {
    double[][] first = Clouds.basis(4, Seeds.of(125).stream("a"));
    double[][] second = Clouds.basis(4, Seeds.of(125).stream("b"));
    double[] h1 = FeedbackNet.times(first, new double[] {1, -2, 0.5, 0.3});
    double[] h2 = FeedbackNet.times(second, h1);
    double[] target = {0.4, 0.1, -0.7, 1.2};
    double[][] targets =
        TargetPropagation.targets(
            new double[][] {h1, h2}, List.of(y -> FeedbackNet.times(turned(second), y)), target);
    double[] error = new double[4];
    for (int i = 0; i < 4; i++) {
      error[i] = h2[i] - target[i];
    }
    double[] back = FeedbackNet.times(turned(second), error);
    for (int i = 0; i < 4; i++) {
      assertEquals(back[i], h1[i] - targets[0][i], 1e-12);
    }
  }

  private static double[][] turned(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  @Test
  void goodnessFollowsItsGradient() {
    Goodness goodness = new Goodness(0.4);
    double[] x = Goodness.atLengthOne(new double[] {1, 2, -1});
    assertEquals(1, Clouds.dot(x, x), 1e-15);
    double[][] w = {{0.5, 0.2, 0.1}, {-0.9, -0.3, 0.2}, {0.3, 0.4, -0.5}};
    for (boolean real : new boolean[] {true, false}) {
      double[][] change = new double[3][3];
      goodness.add(active(w, x), x, real, change);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double before = w[i][j];
          w[i][j] = before + 1e-6;
          double up = goodness.loss(active(w, x), real);
          w[i][j] = before - 1e-6;
          double down = goodness.loss(active(w, x), real);
          w[i][j] = before;
          assertEquals(-(up - down) / 2e-6, change[i][j], 1e-8);
        }
      }
    }
  }

  private static double[] active(double[][] w, double[] x) {
    double[] h = FeedbackNet.times(w, x);
    for (int i = 0; i < h.length; i++) {
      h[i] = Math.max(0, h[i]);
    }
    return h;
  }

  @Test
  void signFeedbackHasTheSignsOfTheTranspose() {
    FeedbackNet net = net(Feedback.SIGN);
    double[][] w = net.weights(1);
    double[][] b = net.feedback(0);
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < w.length; k++) {
        assertEquals(Math.signum(w[k][i]), Math.signum(b[i][k]));
      }
    }
    assertArrayEquals(
        turned(net(Feedback.TRANSPOSE).weights(1)), net(Feedback.TRANSPOSE).feedback(0));
  }

  @Test
  void refusals() {
    refused(
        "sizes must be at least three numbers of at least 1, was [2, 1]",
        () -> new FeedbackNet(Feedback.RANDOM, List.of(2, 1), Seeds.of(1).stream("w")));
    refused("theta must be finite, was NaN", () -> new Goodness(Double.NaN));
    refused(
        "inverses must be one a layer but the lowest, 0, was 1",
        () -> TargetPropagation.targets(new double[1][1], List.of(y -> y), new double[1]));
  }

  private static void refused(String message, Runnable act) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, act::run).getMessage());
  }
}
