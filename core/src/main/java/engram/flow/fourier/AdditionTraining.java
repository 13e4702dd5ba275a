// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.autodiff.train.Trainer;
import engram.kernel.Doubles;
import engram.kernel.Workers;
import engram.source.FromPaper;
import engram.state.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A network that is trained on all pairs shown, at once: the mean cross entropy in nat, both
/// orders of a pair in one row. Its state is a [Snapshot]; a run that goes on from one has the same
/// bits. Not for several threads at once.
///
/// References: see the package.
@FromPaper(value = "modular-addition", at = "loss and optimiser")
public final class AdditionTraining {
  private final AdditionNet net;
  private final AdditionTask task;
  private final Trainer trainer;
  private final Map<Response, Reader> readers = new EnumMap<>(Response.class);

  private record Reader(Program program, Node logits) {}

  /// A training.
  ///
  /// @throws IllegalArgumentException if net and task have not the same modulus
  public AdditionTraining(AdditionNet net, AdditionTask task, Trainer.Settings settings) {
    if (net.modulus() != task.modulus()) {
      throw new IllegalArgumentException(
          "modulus of net and task must be equal, was %d and %d"
              .formatted(net.modulus(), task.modulus()));
    }
    this.net = net;
    this.task = task;
    Graph graph = Graph.over(net.parameters());
    Node inputs = graph.input("inputs", task.rows(), task.modulus());
    Node labels = graph.input("labels", task.rows());
    Node weights = graph.input("weights", task.rows());
    Node each = net.logits(inputs, net.settings().response()).crossEntropy(labels);
    trainer = Trainer.of(each.times(weights).sum(), List.of(), settings, Workers.one());
    trainer.values(inputs).round(task.inputs());
    trainer.values(labels).copyFrom(task.rowLabels());
    trainer.values(weights).round(task.rowWeights());
  }

  /// The network.
  public AdditionNet net() {
    return net;
  }

  /// The task.
  public AdditionTask task() {
    return task;
  }

  /// One step.
  ///
  /// @return the loss before it, in nat, in the precision of the network
  public double step() {
    return trainer.step();
  }

  /// Steps taken.
  public long steps() {
    return trainer.steps();
  }

  /// The logits of each row of the task, read with a response that need not be the trained one.
  ///
  /// @return rows x p
  public double[] logits(Response response) {
    Reader reader = readers.computeIfAbsent(response, this::reader);
    reader.program().run();
    return reader.program().values(reader.logits()).toDoubles();
  }

  private Reader reader(Response response) {
    Graph graph = Graph.over(net.parameters());
    Node inputs = graph.input("inputs", task.rows(), task.modulus());
    Node logits = net.logits(inputs, response);
    Program program = Program.of(logits);
    program.values(inputs).round(task.inputs());
    return new Reader(program, logits);
  }

  /// The label with the largest logit in each row; equals go to the lowest.
  public int[] answers(Response response) {
    double[] logits = logits(response);
    int p = task.modulus();
    int[] answers = new int[task.rows()];
    for (int row = 0; row < answers.length; row++) {
      int best = 0;
      for (int j = 1; j < p; j++) {
        if (logits[row * p + j] > logits[row * p + best]) {
          best = j;
        }
      }
      answers[row] = best;
    }
    return answers;
  }

  /// The mean cross entropy in nat, summed in double, of the pairs in training or of the others; 0
  /// where there are none.
  public double loss(boolean trained) {
    double[] logits = logits(net.settings().response());
    int p = task.modulus();
    int[] labels = task.rowLabels();
    double sum = 0;
    int all = 0;
    for (int row = 0; row < task.rows(); row++) {
      int count = task.count(row, trained);
      if (count > 0) {
        sum += count * crossEntropy(logits, row * p, p, labels[row]);
        all += count;
      }
    }
    return all == 0 ? 0 : sum / all;
  }

  private static double crossEntropy(double[] logits, int at, int p, int label) {
    double most = logits[at];
    for (int j = 1; j < p; j++) {
      most = Math.max(most, logits[at + j]);
    }
    double sum = 0;
    for (int j = 0; j < p; j++) {
      sum += Doubles.exp(logits[at + j] - most);
    }
    return Doubles.log(sum) + most - logits[at + label];
  }

  /// Weights, what the optimiser remembers, and the number of steps.
  public Snapshot snapshot() {
    return trainer.snapshot();
  }

  /// Goes back to a snapshot of the same net and optimiser.
  ///
  /// @throws engram.error.DataCorruptException if it is another one's
  public void restore(Snapshot snapshot) {
    trainer.restore(snapshot);
  }
}
