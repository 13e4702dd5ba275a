// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.internal.Step;

/// Operations that have a loop of their own over whole arrays.
sealed interface Whole extends Operation
    permits Source, Reduction, RowWise, Product, Rearrangement, Indexing, Folding {
  /// The loop over the arrays that the compiler chose.
  Step step(Binding at);
}
