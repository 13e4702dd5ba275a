// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.data.image.Images;

/// What a net answers to images that it does not learn from.
final class Answers {
  private final int rows;
  private final Program program;
  private final Node images;
  private final Node logits;
  private final int classes;

  /// @param rows images answered at a time
  Answers(EluNet net, int rows) {
    this.rows = rows;
    classes = net.classes();
    Graph graph = net.graph();
    images = graph.input("images", rows, net.inputs(1));
    logits = EluNet.forward(images, net.layers()).getLast();
    program = Program.of(logits);
  }

  /// The share of images whose class now is answered.
  ///
  /// @param which images, a multiple of the rows of them
  /// @param labels their classes before any exchange, by image
  double accuracy(Images of, int[] which, int[] labels, LabelSwaps swaps) {
    int hits = 0;
    int[] some = new int[rows];
    double[] z = program.values(logits).doubles();
    for (int from = 0; from < which.length; from += rows) {
      System.arraycopy(which, from, some, 0, rows);
      program.values(images).copyFrom(of.values(some));
      program.run();
      for (int i = 0; i < rows; i++) {
        hits += largest(z, i * classes, classes) == swaps.now(labels[some[i]]) ? 1 : 0;
      }
    }
    return hits / (double) which.length;
  }

  /// The index of the largest of n numbers, the first of equal ones.
  static int largest(double[] z, int from, int n) {
    int best = 0;
    for (int c = 1; c < n; c++) {
      if (z[from + c] > z[from + best]) {
        best = c;
      }
    }
    return best;
  }
}
