// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;
import java.util.List;

/// Self-attention with several heads [5], from [batch,length,width] to the same: for each head
/// `softmax(Q K' / sqrt(width of a head)) V`, the heads side by side, then a linear map.
///
/// References: see the package.
///
/// @param name of its linear maps `name.query`, `name.key`, `name.value`, `name.output`
/// @param width a multiple of the heads
/// @param heads at least 1
/// @param causal whether a place sees only itself and those before it
public record Attention(String name, int width, int heads, boolean causal) implements Layer {
  /// Checks the sizes.
  public Attention {
    if (heads < 1 || width < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          "width must be a multiple of the heads, was %d and %d".formatted(width, heads));
    }
  }

  private Linear map(String part) {
    return new Linear(name + "." + part, width, width, true, Initial.GLOROT);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    for (String part : List.of("query", "key", "value", "output")) {
      map(part).addTo(parameters, seeds);
    }
  }

  @Override
  public Node apply(Node x, Mode mode) {
    if (x.shape().rank() != 3 || x.shape().extent(-1) != width) {
      throw new IllegalArgumentException(
          "operand of %s must be [batch,length,%d], was %s".formatted(name, width, x.shape()));
    }
    int batch = x.shape().extent(0);
    int length = x.shape().extent(1);
    Node query = split(map("query").apply(x, mode));
    Node key = split(map("key").apply(x, mode));
    Node value = split(map("value").apply(x, mode));
    Node joined =
        x.graph()
            .within(
                name,
                () -> {
                  double scale = 1 / Math.sqrt(width / (double) heads);
                  Node weights = query.times(scale).product(false, key, true);
                  Node seen = causal ? weights.causalSoftmax() : weights.softmax();
                  return seen.product(value)
                      .reshaped(batch, heads, length, width / heads)
                      .permuted(0, 2, 1, 3)
                      .reshaped(batch, length, width);
                });
    return map("output").apply(joined, mode);
  }

  /// From [batch,length,width] to [batch heads,length,width of a head].
  private Node split(Node x) {
    int batch = x.shape().extent(0);
    int length = x.shape().extent(1);
    return x.reshaped(batch, length, heads, width / heads)
        .permuted(0, 2, 1, 3)
        .reshaped(batch * heads, length, width / heads);
  }
}
