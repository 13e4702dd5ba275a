// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.autodiff.nets.Activation;
import engram.autodiff.nets.Chain;
import engram.autodiff.nets.Dropout;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.Linear;
import engram.autodiff.nets.Losses;
import engram.error.DataCorruptException;
import engram.error.NumericalException;
import engram.kernel.Workers;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrainerTest {
  private static final int BATCH = 16;

  /// Two classes of points by the sign of x y, which no line parts.
  private static final class Problem {
    final Parameters parameters;
    final Node points;
    final Node labels;
    final Node loss;

    Problem(Precision precision, Chain net) {
      parameters = new Parameters(precision);
      net.addTo(parameters, Seeds.of(5).child("weights"));
      Graph graph = Graph.over(parameters);
      points = graph.input("points", BATCH, 2);
      labels = graph.input("labels", BATCH);
      loss = Losses.crossEntropy(net.apply(points, Layer.Mode.TRAINING), labels);
    }

    double steps(Trainer trainer, int count) {
      RandomStream stream = Seeds.of(5).stream("points");
      stream.seek(trainer.steps() * BATCH * 2);
      double sum = 0;
      for (int step = 0; step < count; step++) {
        for (int i = 0; i < BATCH; i++) {
          double x = 2 * stream.nextDouble() - 1;
          double y = 2 * stream.nextDouble() - 1;
          trainer.values(points).set(2 * i, x);
          trainer.values(points).set(2 * i + 1, y);
          trainer.values(labels).set(i, x * y > 0 ? 1 : 0);
        }
        sum += trainer.step();
      }
      return sum / count;
    }
  }

  private static Chain net() {
    return Chain.perceptron(Activation.TANH, 2, 16, 2);
  }

  private static Chain netWithDropout() {
    return Chain.of(
        Linear.of("a", 2, 16),
        Activation.RELU,
        new Dropout("drop", Seeds.of(9), 0.25),
        Linear.of("b", 16, 2));
  }

  @Test
  void everyOptimiserLearnsWhatNoLineParts() {
    List<Optimiser> optimisers =
        List.of(
            new Sgd(0.5),
            new Momentum(0.1, 0.9),
            new Momentum(0.1, 0.9, 1e-4, true),
            new Adam(0.01),
            new AdamW(0.01, 0.01));
    for (Precision precision : Precision.values()) {
      for (Optimiser optimiser : optimisers) {
        Problem problem = new Problem(precision, net());
        Trainer trainer = Trainer.of(problem.loss, optimiser);
        double first = problem.steps(trainer, 50);
        problem.steps(trainer, 2000);
        double last = problem.steps(trainer, 50);
        assertTrue(first > 0.5, optimiser + " began at " + first);
        assertTrue(last < 0.25, optimiser + " ended at " + last);
      }
    }
  }

  @Test
  void resumedRunGoesOnWithTheSameBits() {
    Problem whole = new Problem(Precision.FLOAT, netWithDropout());
    Trainer straight = Trainer.of(whole.loss, new AdamW(0.01, 0.01));
    whole.steps(straight, 20);
    Snapshot middle = straight.snapshot();
    whole.steps(straight, 20);

    Problem again = new Problem(Precision.FLOAT, netWithDropout());
    Trainer resumed = Trainer.of(again.loss, new AdamW(0.01, 0.01));
    resumed.restore(middle);
    again.steps(resumed, 20);
    assertEquals(straight.snapshot(), resumed.snapshot());
  }

  @Test
  void threadsChangeNoBit() {
    Problem alone = new Problem(Precision.FLOAT, Chain.perceptron(Activation.RELU, 2, 700, 700, 2));
    Problem shared =
        new Problem(Precision.FLOAT, Chain.perceptron(Activation.RELU, 2, 700, 700, 2));
    Trainer one = Trainer.of(alone.loss, new Adam(0.001));
    alone.steps(one, 3);
    try (Workers workers = Workers.of(2)) {
      Trainer two =
          Trainer.of(shared.loss, List.of(), Trainer.Settings.of(new Adam(0.001)), workers);
      shared.steps(two, 3);
      assertEquals(one.snapshot(), two.snapshot());
    }
  }

  /// Bound by value far above every gradient, the gradients are written out first; without,
  /// products go straight into the weights.
  @Test
  void plainDescentHasTheSameBitsWithAndWithoutWrittenGradients() {
    for (Precision precision : Precision.values()) {
      Problem added = new Problem(precision, net());
      Problem written = new Problem(precision, net());
      Trainer one = Trainer.of(added.loss, new Sgd(0.1, 0.01));
      Trainer.Settings settings =
          new Trainer.Settings(
              new Sgd(0.1, 0.01), new Schedule.Constant(), new Clipping.ByValue(1e9));
      Trainer two = Trainer.of(written.loss, List.of(), settings, Workers.one());
      added.steps(one, 20);
      written.steps(two, 20);
      assertEquals(two.snapshot(), one.snapshot());
    }
  }

  /// The gradient of each factor is a product with the other, which moves in the same step.
  @Test
  void parametersThatMultiplyEachOtherMoveTogether() {
    List<Snapshot> ends = new ArrayList<>();
    for (Clipping clipping : List.of(new Clipping.None(), new Clipping.ByValue(1e9))) {
      Parameters parameters = new Parameters(Precision.DOUBLE);
      parameters.addNormal("a", Seeds.of(1).stream("a"), 1, 3, 4);
      parameters.addNormal("b", Seeds.of(1).stream("b"), 1, 4, 2);
      Graph graph = Graph.over(parameters);
      Node loss = graph.parameter("a").product(graph.parameter("b")).square().mean();
      Trainer.Settings settings =
          new Trainer.Settings(new Sgd(0.1), new Schedule.Constant(), clipping);
      Trainer trainer = Trainer.of(loss, List.of(), settings, Workers.one());
      for (int i = 0; i < 5; i++) {
        trainer.step();
      }
      ends.add(trainer.snapshot());
    }
    assertEquals(ends.get(0), ends.get(1));
  }

  @Test
  void divergenceIsNamedAndMovesNothing() {
    Problem problem = new Problem(Precision.FLOAT, net());
    Trainer trainer = Trainer.of(problem.loss, new Sgd(0.1));
    problem.steps(trainer, 3);
    Snapshot before = trainer.snapshot();
    trainer.values(problem.points).set(5, Double.NaN);
    String said = assertThrows(NumericalException.class, trainer::step).getMessage();
    assertEquals("input points [16,2] at step 3 must be finite, was NaN at [2,1]", said);
    assertEquals(before, trainer.snapshot());
  }

  @Test
  void anotherNetsStateIsRefusedAndChangesNothing() {
    Problem problem = new Problem(Precision.FLOAT, net());
    Trainer trainer = Trainer.of(problem.loss, new Adam(0.1));
    Snapshot before = trainer.snapshot();
    Problem other = new Problem(Precision.FLOAT, Chain.perceptron(Activation.TANH, 2, 17, 2));
    Trainer another = Trainer.of(other.loss, new Adam(0.1));
    assertThrows(DataCorruptException.class, () -> trainer.restore(another.snapshot()));
    assertEquals(
        "parameter layer1.weight must have shape [2,16], had [2,17]",
        assertThrows(
                DataCorruptException.class,
                () -> problem.parameters.restore(other.parameters.snapshot()))
            .getMessage());
    Trainer otherRule = Trainer.of(problem.loss, new Momentum(0.1, 0.9));
    assertThrows(DataCorruptException.class, () -> trainer.restore(otherRule.snapshot()));
    assertEquals(before, trainer.snapshot());
  }
}
