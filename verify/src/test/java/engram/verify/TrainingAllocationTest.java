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
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Clipping;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A training step makes no array: its results alone take over seven megabytes, and what a step
/// allocates is a small part of one of them. That rest is the kernel's: lanes of sums, and vectors
/// that are objects until the compiler of the JVM has had its turn.
final class TrainingAllocationTest {
  private static final int WARM_UP = 300;
  private static final int STEPS = 50;
  private static final int BATCH = 16;
  private static final long MOST_BYTES_A_STEP = 400_000;

  private static Chain net() {
    return Chain.of(
        Convolution.of("conv", 1, 8, Windows.around(3)),
        BatchNorm.of("batch", 8),
        Activation.RELU,
        Pooling.max(2),
        new Flatten(),
        new Dropout("drop", Seeds.of(9), 0.25),
        Linear.of("hidden", 14 * 14 * 8, 40),
        LayerNorm.of("norm", 40),
        Activation.GELU,
        Linear.of("out", 40, 10));
  }

  private static long bytesOfSteps(Trainer trainer) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < STEPS; i++) {
      trainer.step();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void steadyStepMakesNoArray() {
    for (Precision precision : Precision.values()) {
      Parameters parameters = new Parameters(precision);
      net().addTo(parameters, Seeds.of(5));
      Graph graph = Graph.over(parameters);
      Node images = graph.input("images", BATCH, 28, 28, 1);
      Node labels = graph.input("labels", BATCH);
      Node loss = Losses.crossEntropy(net().apply(images, Layer.Mode.TRAINING), labels);
      Trainer.Settings settings =
          new Trainer.Settings(
              new AdamW(0.001, 0.01),
              new Schedule.WarmUp(10, new Schedule.Cosine(1000, 0.1)),
              new Clipping.ByNorm(1));
      Trainer trainer = Trainer.of(loss, List.of(), settings, Workers.one());
      double[] pixels = new double[BATCH * 28 * 28];
      Seeds.of(5).stream("pixels").fillGaussian(pixels, 1);
      trainer.values(images).round(pixels);
      for (int i = 0; i < WARM_UP; i++) {
        trainer.step();
      }
      long bytes = bytesOfSteps(trainer) / STEPS;
      assertTrue(bytes < MOST_BYTES_A_STEP, precision + ": bytes a step " + bytes);
    }
  }
}
