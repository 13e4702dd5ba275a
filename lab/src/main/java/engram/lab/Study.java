// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import java.util.List;

/// Our reproduction of a paper: the paper and its experiments. Found by `ServiceLoader`.
public interface Study {
  /// The paper.
  Paper paper();

  /// Its experiments, cheapest first.
  List<Experiment<?>> experiments();
}
