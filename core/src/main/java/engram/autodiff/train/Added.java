// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.train;

import engram.autodiff.Node;
import engram.autodiff.Program;
import engram.autodiff.array.Values;
import engram.state.Snapshot;
import java.util.List;

/// A parameter under plain descent whose gradient is a product of matrices: the product is added to
/// it without being written out. There is no gradient to clip and nothing to remember.
final class Added implements Moved {
  private final Program program;
  private final Node gradient;
  private final Values weights;
  private double rate = Double.NaN;
  private Runnable addition = () -> {};

  Added(Program program, Node gradient, Values weights) {
    this.program = program;
    this.gradient = gradient;
    this.weights = weights;
  }

  @Override
  public void update(Optimiser optimiser, double now, long step) {
    if (now != rate) {
      double decay = optimiser instanceof Sgd sgd ? sgd.decay() : 0;
      addition = program.adding(gradient, -now, 1 - now * decay, weights);
      rate = now;
    }
    addition.run();
  }

  @Override
  public double squares() {
    throw unclipped();
  }

  @Override
  public void scale(double by) {
    throw unclipped();
  }

  @Override
  public void clamp(double most) {
    throw unclipped();
  }

  private static IllegalStateException unclipped() {
    return new IllegalStateException("gradients must be written out to be clipped, were added");
  }

  @Override
  public void save(Snapshot.Builder into, List<String> names) {}

  @Override
  public List<Runnable> read(Snapshot from, List<String> names) {
    return List.of();
  }
}
