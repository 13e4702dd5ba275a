// SPDX-License-Identifier: Apache-2.0
package engram.memory.plastic;

import engram.autodiff.Graph;
import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Precision;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A recurrent net whose synapses have a fixed and a plastic part [1]:
///
///     y_j(t) = tanh( sum_i (w_ij + alpha_ij H_ij(t)) y_i(t-1) + in_j(t) )
///
/// H begins an episode at 0 and follows its [Trace]. The parameters `w` and `alpha` (neurons x
/// neurons, from i to j), `eta` and, for [Trace#MODULATED], `m` are what gradients train; H is what the
/// episode leaves. First values: w and alpha normal of deviation .01, m of .1, eta .01 as published
/// unless said.
///
/// References: [1], [2] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 18")
public final class PlasticNet {
  private final int neurons;
  private final Trace trace;
  private final Parameters parameters;

  /// A net before training.
  ///
  /// @param neurons at least 2
  /// @param eta first rate of the trace, in (0, 1)
  /// @param plastic whether alpha is trained; else it is 0 and stays, as a control
  public PlasticNet(
      int neurons, Trace trace, double eta, boolean plastic, Precision precision, Seeds seeds) {
    if (neurons < 2) {
      throw new IllegalArgumentException("neurons must be at least 2, was " + neurons);
    }
    if (!(eta > 0 && eta < 1)) {
      throw new IllegalArgumentException("eta must be in (0, 1), was " + eta);
    }
    this.neurons = neurons;
    this.trace = trace;
    this.parameters = new Parameters(precision);
    parameters.addNormal("w", seeds.stream("w"), 0.01, neurons, neurons);
    if (plastic) {
      parameters.addNormal("alpha", seeds.stream("alpha"), 0.01, neurons, neurons);
    } else {
      parameters.addFixed("alpha", neurons, neurons);
    }
    parameters.add("eta", 1).fill(eta);
    if (trace == Trace.MODULATED) {
      parameters.addNormal("m", seeds.stream("m"), 0.1, neurons, 1);
    }
  }

  /// How many neurons.
  public int neurons() {
    return neurons;
  }

  /// What is trained: `w`, `alpha`, `eta`, and `m` where there is a modulator.
  public Parameters parameters() {
    return parameters;
  }

  /// The activity of the last step of an episode.
  ///
  /// @param inputs steps x neurons, of a graph over [#parameters]
  /// @return 1 x neurons
  public Node last(Node inputs) {
    Graph graph = inputs.graph();
    Node w = graph.parameter("w");
    Node alpha = graph.parameter("alpha");
    Node h = graph.filled(0, neurons, neurons);
    Node y = inputs.slice(0, 0, 1).tanh();
    for (int t = 1; t < inputs.shape().extent(0); t++) {
      Node before = y;
      Node drive = before.product(w.plus(alpha.times(h)));
      y = drive.plus(inputs.slice(0, t, t + 1)).tanh();
      h = followed(h, before, y);
    }
    return y;
  }

  private Node followed(Node h, Node before, Node y) {
    Node product = before.transposed().product(y);
    Node eta = y.graph().parameter("eta");
    return switch (trace) {
      case HEBB -> h.plus(product.minus(h).times(eta));
      case OJA -> h.plus(product.minus(h.times(y.square())).times(eta));
      case MODULATED -> {
        Node signal = y.product(y.graph().parameter("m")).tanh();
        Node open = h.plus(product.times(signal.times(eta)));
        Node most = y.graph().constant(1);
        yield open.minimum(most).maximum(most.negated());
      }
    };
  }
}
