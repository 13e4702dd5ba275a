// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.source.FromPaper;

/// How the local field of a spin is formed.
@FromPaper(value = "dense-hebbian", at = "spec: local field")
public enum FieldScheme {
  /// Half the energy difference of the two values of the spin, from distinct indices: h_i = (P!/(2
  /// N^(P-1))) sum_mu y_i^mu e_{P-1}(x without i).
  EXACT_DISTINCT,

  /// The first-order (mean-field) factorisation h_i = (P/2) sum_mu y_i^mu (n_mu - x_i/N)^(P-1),
  /// which keeps the lower-body terms of equal indices: a noise that grows with the load.
  FACTORISED_FIRST_ORDER
}
