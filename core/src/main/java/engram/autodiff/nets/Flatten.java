// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.random.Seeds;

/// Joins all axes behind the batch into one.
public record Flatten() implements Layer {
  @Override
  public void addTo(Parameters parameters, Seeds seeds) {}

  @Override
  public Node apply(Node x, Mode mode) {
    int batch = x.shape().extent(0);
    return x.reshaped(batch, x.shape().size() / batch);
  }
}
