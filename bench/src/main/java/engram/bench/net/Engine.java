// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.Program;
import engram.autodiff.array.Precision;
import engram.autodiff.array.Windows;
import engram.autodiff.nets.Activation;
import engram.autodiff.nets.Attention;
import engram.autodiff.nets.Chain;
import engram.autodiff.nets.Convolution;
import engram.autodiff.nets.Flatten;
import engram.autodiff.nets.Layer;
import engram.autodiff.nets.LayerNorm;
import engram.autodiff.nets.Linear;
import engram.autodiff.nets.Losses;
import engram.autodiff.nets.Pooling;
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Optimiser;
import engram.autodiff.train.Sgd;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.List;

/// The nets on `engram.autodiff`: an expression and a trainer each.
final class Engine {
  private static final Seeds SEEDS = Seeds.of(1);

  private final Parameters parameters = new Parameters(Precision.FLOAT);
  private final Graph graph = Graph.over(parameters);
  private final Workers workers;

  private Engine(Workers workers) {
    this.workers = workers;
  }

  static Net tiny(Workers workers) {
    Engine engine = new Engine(workers);
    int n = 16;
    engine.parameters.addNormal("a", SEEDS.stream("a"), 1, n, n);
    engine.parameters.addNormal("b", SEEDS.stream("b"), 1, n, n);
    Node a = engine.graph.parameter("a", n, n);
    Node b = engine.graph.parameter("b", n, n);
    Node loss = a.product(b).sum();
    List<Node> wanted = new ArrayList<>(List.of(loss));
    wanted.addAll(loss.gradients(List.of(a, b)));
    Program program = Program.of(wanted, workers);
    return () -> {
      program.run();
      return (float) program.number(loss);
    };
  }

  static Net mlp(int batch, Workers workers) {
    Layer net = Chain.perceptron(Activation.RELU, 784, 256, 10);
    return new Engine(workers).classifier(net, Draws.gaussians("x", batch * 784, 1), batch, 784);
  }

  static Net convolution(Workers workers) {
    Windows windows = Windows.around(3);
    Layer net =
        Chain.of(
            Convolution.of("first", 3, 32, windows),
            Pooling.max(2),
            Activation.RELU,
            Convolution.of("second", 32, 64, windows),
            Pooling.max(2),
            Activation.RELU,
            Convolution.of("third", 64, 128, windows),
            Pooling.max(2),
            Activation.RELU,
            new Flatten(),
            Linear.of("last", 4 * 4 * 128, 10));
    float[] images = Draws.gaussians("images", 64 * 32 * 32 * 3, 1);
    return new Engine(workers).classifier(net, images, 64, 32, 32, 3);
  }

  static Net transformer(Workers workers) {
    int batch = 8;
    int positions = 128;
    int channels = 64;
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      layers.add(block("block" + i, channels));
    }
    Layer net = new Chain(layers);
    Engine engine = new Engine(workers);
    net.addTo(engine.parameters, SEEDS);
    Node x = engine.graph.input("x", batch, positions, channels);
    Node target = engine.graph.input("target", batch, positions, channels);
    Node loss = Losses.squaredError(net.apply(x, Layer.Mode.TRAINING), target);
    Trainer trainer = engine.trainer(loss, new AdamW(1e-3, 0.01));
    int n = batch * positions * channels;
    trainer.values(x).copyFrom(Draws.gaussians("x", n, 1));
    trainer.values(target).copyFrom(Draws.gaussians("target", n, 1));
    return () -> (float) trainer.step();
  }

  private static Layer block(String name, int channels) {
    return Chain.of(
        new Residual(
            Chain.of(
                LayerNorm.of(name + ".beforeAttention", channels),
                new Attention(name + ".attention", channels, 4, true))),
        new Residual(
            Chain.of(
                LayerNorm.of(name + ".beforeMlp", channels),
                Linear.of(name + ".widen", channels, 4 * channels),
                Activation.GELU,
                Linear.of(name + ".narrow", 4 * channels, channels))));
  }

  /// x plus what the layer makes of it.
  private record Residual(Layer inner) implements Layer {
    @Override
    public void addTo(Parameters parameters, Seeds seeds) {
      inner.addTo(parameters, seeds);
    }

    @Override
    public Node apply(Node x, Mode mode) {
      return x.plus(inner.apply(x, mode));
    }
  }

  static Net modular(Workers workers) {
    int p = 23;
    int neurons = 512;
    Engine engine = new Engine(workers);
    double deviation = 0.1 / Math.sqrt(p);
    engine.parameters.addNormal("in", SEEDS.stream("in"), deviation, p, neurons);
    engine.parameters.addNormal("out", SEEDS.stream("out"), deviation, neurons, p);
    Node x = engine.graph.input("x", p * p, p);
    Node labels = engine.graph.input("labels", p * p);
    Node hidden = x.product(engine.graph.parameter("in", p, neurons)).relu();
    Node logits = hidden.product(engine.graph.parameter("out", neurons, p));
    Node loss = Losses.crossEntropy(logits, labels);
    Trainer trainer = engine.trainer(loss, new AdamW(5e-5, 0.9, 0.98, 1e-8, 0));
    for (int pair = 0; pair < p * p; pair++) {
      int first = pair * p + pair / p;
      int second = pair * p + pair % p;
      trainer.values(x).set(first, 1);
      trainer.values(x).set(second, first == second ? 2 : 1);
      trainer.values(labels).set(pair, (pair / p + pair % p) % p);
    }
    return () -> (float) trainer.step();
  }

  private Net classifier(Layer net, float[] inputs, int batch, int... shape) {
    net.addTo(parameters, SEEDS);
    int[] whole = new int[shape.length + 1];
    whole[0] = batch;
    System.arraycopy(shape, 0, whole, 1, shape.length);
    Node x = graph.input("x", whole);
    Node labels = graph.input("labels", batch);
    Node loss = Losses.crossEntropy(net.apply(x, Layer.Mode.TRAINING), labels);
    Trainer trainer = trainer(loss, new Sgd(0.01));
    trainer.values(x).copyFrom(inputs);
    trainer.values(labels).copyFrom(Draws.labels(batch, 10));
    return () -> (float) trainer.step();
  }

  private Trainer trainer(Node loss, Optimiser optimiser) {
    return Trainer.of(loss, List.of(), Trainer.Settings.of(optimiser), workers);
  }
}
