// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.kernel.DoubleRows;
import engram.kernel.Doubles;
import engram.kernel.Transpose;
import engram.kernel.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One pass of a batch through a net and back, with the weights as they are: logits, and the
/// gradient of the summed cross entropy in factors.
///
/// The gradient of a layer is `a' delta` with the layer's inputs a and the gradient delta of its
/// pre-activations, an image a row. It is kept in these factors, of rank the batch, and multiplied
/// out only into the weights.
final class BatchPass {
  private final EluNet net;
  private final int batch;
  private final Program program;
  private final Node images;
  private final Node labels;
  private final Node logits;
  private final List<Node> inputs = new ArrayList<>();
  private final List<Node> signals;

  BatchPass(EluNet net, int batch) {
    this.net = net;
    this.batch = batch;
    Graph graph = net.graph();
    images = graph.input("images", batch, net.inputs(1));
    labels = graph.input("labels", batch);
    List<Node> z = EluNet.forward(images, net.layers());
    logits = z.getLast();
    Node loss = logits.crossEntropy(labels).sum();
    signals = loss.gradients(z);
    inputs.add(images);
    z.subList(0, net.layers() - 1).forEach(below -> inputs.add(EluNet.elu(below)));
    List<Node> wanted = new ArrayList<>(signals);
    wanted.addAll(inputs.subList(1, net.layers()));
    wanted.add(logits);
    wanted.add(loss);
    program = Program.of(wanted, Workers.one());
  }

  /// Computes both.
  ///
  /// @param rows images, a row each
  /// @param at where the first begins in `rows`
  /// @throws engram.error.NumericalException if the loss is not finite
  void run(double[] rows, int at, int[] classes) {
    System.arraycopy(rows, at, inputs(1), 0, batch * net.inputs(1));
    program.values(labels).copyFrom(classes);
    program.run();
  }

  int batch() {
    return batch;
  }

  EluNet net() {
    return net;
  }

  /// The inputs of a layer, from 1; an image a row.
  double[] inputs(int layer) {
    return program.values(inputs.get(layer - 1)).doubles();
  }

  /// The gradient of a layer's pre-activations, from 1; an image a row.
  double[] signals(int layer) {
    return program.values(signals.get(layer - 1)).doubles();
  }

  /// The class of the largest logit of an image, the first of equal ones.
  int guess(int image) {
    return Answers.largest(program.values(logits).doubles(), image * net.classes(), net.classes());
  }

  /// `theta -= rate G` with the summed gradient G.
  void descend(double rate) {
    for (int l = 1; l <= net.layers(); l++) {
      double[] weights = net.parameters().values(EluNet.weight(l)).doubles();
      double[] biases = net.parameters().values(EluNet.bias(l)).doubles();
      product(l, -rate, 1, weights);
      for (int i = 0; i < batch; i++) {
        Doubles.axpy(-rate, signals(l), i * net.units(l), biases, 0, net.units(l));
      }
    }
  }

  /// Writes `share G` of a layer's weights.
  void weightGradient(int layer, double share, double[] into) {
    product(layer, share, 0, into);
  }

  /// Writes `share G` of a layer's biases.
  void biasGradient(int layer, double share, double[] into) {
    Arrays.fill(into, 0);
    DoubleRows.addColumnSums(batch, net.units(layer), signals(layer), 0, into, 0);
    for (int j = 0; j < into.length; j++) {
      into[j] *= share;
    }
  }

  private void product(int layer, double scale, double kept, double[] into) {
    int in = net.inputs(layer);
    int units = net.units(layer);
    Doubles.gemm(
        Transpose.YES,
        Transpose.NO,
        in,
        units,
        batch,
        scale,
        inputs(layer),
        0,
        in,
        signals(layer),
        0,
        units,
        kept,
        into,
        0,
        units);
  }
}
