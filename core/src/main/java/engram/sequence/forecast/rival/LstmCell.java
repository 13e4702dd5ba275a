// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.List;

/// A layer of long short-term memory (LSTM) cells with forget gates, without peepholes, as
/// operations on nodes. With inputs `x`, outputs `h` and cells `c`, `s` the logistic function,
///
///     i = s((x, h) W_i + b_i)      input gate
///     f = s((x, h) W_f + b_f)      forget gate
///     o = s((x, h) W_o + b_o)      output gate
///     g = tanh((x, h) W_g + b_g)   candidate
///     c' = f c + i g
///     h' = o tanh(c')
///
/// The four maps stand side by side in `name.weight`, a row for each input and then for each unit,
/// in the order i, f, o, g. Weights begin uniform within `1 / sqrt(units)`, biases at 0 but for
/// those of the forget gates, at 1.
///
/// References: see the package, [4] and [5].
///
/// @param name of its parameters `name.weight` and `name.bias`
/// @param inputs at least 1
/// @param units at least 1
@FromPaper(value = "htm", at = "spec baselines, LSTM")
record LstmCell(String name, int inputs, int units) {
  private static final int GATES = 4;

  /// What a layer carries from a step to the next, a row for each stream.
  ///
  /// @param hidden h
  /// @param cells c
  record State(Node hidden, Node cells) {}

  /// Makes its parameters.
  void addTo(Parameters parameters, Seeds seeds) {
    RandomStream random = seeds.stream(name + ".weight");
    int columns = GATES * units;
    parameters.addUniform(name + ".weight", random, 1 / Math.sqrt(units), inputs + units, columns);
    var bias = parameters.add(name + ".bias", columns);
    for (int unit = 0; unit < units; unit++) {
      bias.set(units + unit, 1);
    }
  }

  /// One step of every stream.
  ///
  /// @param x inputs, a row for each stream
  State step(Node x, State before) {
    return x.graph()
        .within(
            name,
            () -> {
              Node all =
                  Node.concat(1, List.of(x, before.hidden()))
                      .product(x.graph().parameter(name + ".weight"))
                      .plus(x.graph().parameter(name + ".bias"));
              Node input = gate(all, 0).sigmoid();
              Node forget = gate(all, 1).sigmoid();
              Node output = gate(all, 2).sigmoid();
              Node candidate = gate(all, 3).tanh();
              Node cells = forget.times(before.cells()).plus(input.times(candidate));
              return new State(output.times(cells.tanh()), cells);
            });
  }

  private Node gate(Node all, int which) {
    return all.slice(1, which * units, (which + 1) * units);
  }
}
