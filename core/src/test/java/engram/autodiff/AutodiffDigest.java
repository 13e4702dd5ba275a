// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

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
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Clipping;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.random.Seeds;
import engram.state.Snapshot;
import java.util.List;

/// Trains a net with one of nearly every operation for a few steps and prints a digest of its
/// state, a line a precision; a program of its own, so that tests can start it under each form of
/// the kernel. The argument is the number of threads.
final class AutodiffDigest {
  private static final int STEPS = 30;

  private AutodiffDigest() {}

  public static void main(String[] arguments) {
    for (Precision precision : Precision.values()) {
      try (Workers workers = Workers.of(Integer.parseInt(arguments[0]))) {
        System.out.println(precision + " " + digest(precision, workers));
      }
    }
  }

  private static Chain net() {
    return Chain.of(
        Convolution.of("conv", 1, 8, Windows.around(3)),
        BatchNorm.of("batch", 8),
        Activation.RELU,
        Pooling.max(2),
        new Flatten(),
        new Dropout("drop", Seeds.of(9), 0.25),
        Linear.of("hidden", 288, 320),
        LayerNorm.of("norm", 320),
        Activation.GELU,
        Linear.of("wide", 320, 320),
        Activation.SOFTPLUS,
        Linear.of("out", 320, 10));
  }

  private static String digest(Precision precision, Workers workers) {
    Parameters parameters = new Parameters(precision);
    net().addTo(parameters, Seeds.of(5));
    Attention attention = new Attention("look", 20, 2, true);
    attention.addTo(parameters, Seeds.of(5));
    Graph graph = Graph.over(parameters);
    Node images = graph.input("images", 16, 12, 12, 1);
    Node labels = graph.input("labels", 16);
    Node logits = net().apply(images, Layer.Mode.TRAINING);
    Node looked = attention.apply(logits.reshaped(2, 4, 20), Layer.Mode.TRAINING);
    Node smooth = looked.sin().plus(looked.square().plus(1).log()).mean();
    Node loss = Losses.crossEntropy(logits, labels).plus(smooth);
    Trainer trainer =
        Trainer.of(
            loss,
            List.of(),
            new Trainer.Settings(
                new AdamW(0.003, 0.01), new Schedule.Cosine(STEPS, 0.1), new Clipping.ByNorm(1)),
            workers);
    double[] pixels = new double[16 * 144];
    Seeds.of(5).stream("pixels").fillGaussian(pixels, 1);
    trainer.values(images).round(pixels);
    for (int i = 0; i < 16; i++) {
      trainer.values(labels).set(i, i % 10);
    }
    for (int step = 0; step < STEPS; step++) {
      trainer.step();
    }
    Snapshot state = trainer.snapshot();
    return Integer.toHexString(state.hashCode()) + " " + trainer.step();
  }
}
