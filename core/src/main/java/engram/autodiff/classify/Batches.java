// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.classify;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.nets.Layer;
import engram.autodiff.train.Adam;
import engram.autodiff.train.Trainer;
import engram.random.RandomStream;

/// Labelled rows in shuffled batches, each a step of a trainer.
///
/// A graph has one batch size, and the last batch of an epoch may be smaller. So each row has a
/// share in the loss: 1 over the rows that are there, and 0 for the places behind them, which add
/// exact zeros to every gradient.
final class Batches {
  private final LabelledRows from;
  private final int size;
  private final Trainer trainer;
  private final float[] rows;
  private final float[] labels;
  private final float[] shares;

  Batches(LabelledRows from, Layer net, Parameters parameters, TrainingPlan plan) {
    this.from = from;
    this.size = Math.min(plan.batch(), from.count());
    Graph graph = Graph.over(parameters);
    Node x = graph.input("rows", size, from.inputs());
    Node wanted = graph.input("labels", size);
    Node share = graph.input("shares", size);
    Node scores = net.apply(x, Layer.Mode.TRAINING);
    this.trainer = Trainer.of(loss(scores, wanted, share), new Adam(plan.rate()));
    this.rows = trainer.values(x).floats();
    this.labels = trainer.values(wanted).floats();
    this.shares = trainer.values(share).floats();
  }

  /// `sum_b share_b (ln sum_c e^(z_bc) - z_b at the label)`, z the scores.
  static Node loss(Node scores, Node labels, Node shares) {
    return scores.crossEntropy(labels).times(shares).sum();
  }

  /// Takes a step for each batch of a shuffled order.
  void epoch(RandomStream shuffle) {
    int[] order = new int[from.count()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    shuffle.shuffle(order);
    int inputs = from.inputs();
    for (int begin = 0; begin < order.length; begin += size) {
      int there = Math.min(size, order.length - begin);
      for (int b = 0; b < size; b++) {
        if (b < there) {
          int row = order[begin + b];
          System.arraycopy(from.x(), row * inputs, rows, b * inputs, inputs);
          labels[b] = from.labels()[row];
        }
        shares[b] = b < there ? 1f / there : 0;
      }
      trainer.step();
    }
  }
}
