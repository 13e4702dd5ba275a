// SPDX-License-Identifier: Apache-2.0
package engram.memory.plastic;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.array.Values;
import engram.autodiff.train.Optimiser;
import engram.autodiff.train.Trainer;
import engram.kernel.Workers;
import engram.source.FromPaper;
import engram.state.Snapshot;
import java.util.List;

/// A plastic net trained through episodes of completion, one a step, on the sum of squares between
/// the last activity and the whole pattern [1]. Published with Adam at 3e-4. Not for several
/// threads at once.
///
/// ```java
/// Completion task = Completion.of(100, 3);
/// PlasticNet net = new PlasticNet(100, Trace.HEBB, 0.01, true, Precision.FLOAT, seeds);
/// PlasticTraining training = new PlasticTraining(net, task, new Adam(1e-3));
/// double wrong = training.step(task.draw(stream));       // share of bits with a wrong sign
/// ```
///
/// References: [1] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 18")
public final class PlasticTraining {
  private final Completion task;
  private final Trainer trainer;
  private final Node inputs;
  private final Node target;
  private final Node last;
  private double loss;

  /// @param task whose neurons are the net's
  public PlasticTraining(PlasticNet net, Completion task, Optimiser optimiser) {
    if (net.neurons() != task.neurons()) {
      throw new IllegalArgumentException(
          "neurons of net and task must be equal, was %d and %d"
              .formatted(net.neurons(), task.neurons()));
    }
    this.task = task;
    Graph graph = Graph.over(net.parameters());
    inputs = graph.input("inputs", task.steps(), task.neurons());
    target = graph.input("target", 1, task.neurons());
    last = net.last(inputs);
    trainer =
        Trainer.of(
            last.minus(target).square().sum(),
            List.of(last),
            Trainer.Settings.of(optimiser),
            Workers.one());
  }

  /// Lives through an episode and learns from it.
  ///
  /// @return the share of bits whose sign was wrong, before learning
  /// @throws engram.error.NumericalException if the loss is not finite; nothing has moved then
  public double step(Completion.Episode episode) {
    trainer.values(inputs).round(episode.inputs());
    trainer.values(target).round(episode.target());
    loss = trainer.step();
    Values said = trainer.values(last);
    int wrong = 0;
    for (int j = 0; j < task.neurons(); j++) {
      wrong += said.get(j) * episode.target()[j] > 0 ? 0 : 1;
    }
    return (double) wrong / task.neurons();
  }

  /// The loss of the last episode, before learning.
  public double loss() {
    return loss;
  }

  /// Parameters, what the optimiser remembers, and the number of episodes.
  public Snapshot snapshot() {
    return trainer.snapshot();
  }

  /// Goes back to a snapshot of the same net and optimiser.
  public void restore(Snapshot snapshot) {
    trainer.restore(snapshot);
  }
}
