// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Windows;
import engram.autodiff.nets.Activation;
import engram.autodiff.nets.Attention;
import engram.autodiff.nets.BatchNorm;
import engram.autodiff.nets.Chain;
import engram.autodiff.nets.Convolution;
import engram.autodiff.nets.Dropout;
import engram.autodiff.nets.Flatten;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.LayerNorm;
import engram.autodiff.nets.Linear;
import engram.autodiff.nets.Losses;
import engram.autodiff.nets.Pooling;
import engram.autodiff.train.Adam;
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Clipping;
import engram.autodiff.train.Optimiser;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Sgd;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A training step in steady state makes nothing: not an array, and no more than a few small
/// objects. Until the compiler of the JVM has had its turn vectors are objects, so steps are taken
/// until a window of them is clean, and a net for which none is fails.
final class TrainingAllocationTest {
  private static final int MOST_STEPS = 200_000;
  private static final int WINDOW = 25;
  private static final long MOST_BYTES_A_STEP = 100;
  private static final int BATCH = 8;

  /// What is trained.
  enum Trained {
    PERCEPTRON_BY_DESCENT,
    PERCEPTRON_BY_ADAM,
    CONVOLUTIONS,
    TRANSFORMER_BLOCK;

    private Optimiser optimiser() {
      return switch (this) {
        case PERCEPTRON_BY_DESCENT -> new Sgd(0.01);
        case PERCEPTRON_BY_ADAM -> new Adam(0.001);
        case CONVOLUTIONS, TRANSFORMER_BLOCK -> new AdamW(0.001, 0.01);
      };
    }

    private Clipping clipping() {
      return switch (this) {
        case PERCEPTRON_BY_DESCENT, PERCEPTRON_BY_ADAM -> new Clipping.None();
        case CONVOLUTIONS -> new Clipping.ByNorm(1);
        case TRANSFORMER_BLOCK -> new Clipping.ByValue(1);
      };
    }

    private int[] batch() {
      return switch (this) {
        case PERCEPTRON_BY_DESCENT, PERCEPTRON_BY_ADAM -> new int[] {BATCH, 20};
        case CONVOLUTIONS -> new int[] {BATCH, 12, 12, 1};
        case TRANSFORMER_BLOCK -> new int[] {BATCH, 16, 24};
      };
    }

    Layer net() {
      return switch (this) {
        case PERCEPTRON_BY_DESCENT, PERCEPTRON_BY_ADAM ->
            Chain.perceptron(Activation.RELU, 20, 30, 10);
        case CONVOLUTIONS ->
            Chain.of(
                Convolution.of("conv", 1, 8, Windows.around(3)),
                BatchNorm.of("batch", 8),
                Activation.RELU,
                Pooling.max(2),
                new Flatten(),
                new Dropout("drop", Seeds.of(9), 0.25),
                Linear.of("hidden", 6 * 6 * 8, 40),
                LayerNorm.of("norm", 40),
                Activation.GELU,
                Linear.of("out", 40, 10));
        case TRANSFORMER_BLOCK ->
            Chain.of(
                LayerNorm.of("before", 24),
                new Attention("look", 24, 2, true),
                LayerNorm.of("between", 24),
                Linear.of("widen", 24, 96),
                Activation.GELU,
                Linear.of("narrow", 96, 24),
                new Flatten(),
                Linear.of("out", 16 * 24, 10));
      };
    }

    Trainer trainer(Precision precision) {
      Parameters parameters = new Parameters(precision);
      net().addTo(parameters, Seeds.of(5));
      Graph graph = Graph.over(parameters);
      Node x = graph.input("x", batch());
      Node labels = graph.input("labels", BATCH);
      Node loss = Losses.crossEntropy(net().apply(x, Layer.Mode.TRAINING), labels);
      Schedule schedule = new Schedule.WarmUp(10, new Schedule.Cosine(1000, 0.1));
      Schedule constant = new Schedule.Constant();
      Trainer.Settings settings =
          new Trainer.Settings(
              optimiser(), this == PERCEPTRON_BY_DESCENT ? constant : schedule, clipping());
      Trainer trainer = Trainer.of(loss, List.of(), settings, Workers.one());
      double[] draws = new double[x.shape().size()];
      Seeds.of(5).stream("x").fillGaussian(draws, 1);
      trainer.values(x).round(draws);
      return trainer;
    }
  }

  private static long bytesOfAStep(Trainer trainer) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < WINDOW; i++) {
      trainer.step();
    }
    return (threads.getCurrentThreadAllocatedBytes() - before) / WINDOW;
  }

  @ParameterizedTest
  @EnumSource
  void steadyStepMakesNothing(Trained trained) {
    for (Precision precision : Precision.values()) {
      Trainer trainer = trained.trainer(precision);
      long least = Long.MAX_VALUE;
      while (least > MOST_BYTES_A_STEP && trainer.steps() < MOST_STEPS) {
        least = Math.min(least, bytesOfAStep(trainer));
      }
      assertTrue(
          least <= MOST_BYTES_A_STEP,
          "%s %s: bytes a step %d".formatted(trained, precision, least));
    }
  }
}
