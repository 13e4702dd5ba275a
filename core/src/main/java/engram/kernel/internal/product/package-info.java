// SPDX-License-Identifier: Apache-2.0
/// Products of two matrices, packed and tiled, over the innermost loops of
/// `engram.kernel.internal`. Exported to nobody.
///
/// Reading order: [engram.kernel.internal.product.DoubleGemm] and its twin
/// [engram.kernel.internal.product.FloatGemm], then `Spare`, the panels that wait for the next
/// product.
///
/// References: K. Goto, R. van de Geijn (2008). Anatomy of high-performance matrix multiplication.
/// ACM Transactions on Mathematical Software 34(3), doi:10.1145/1356052.1356053.
@NullMarked
package engram.kernel.internal.product;

import org.jspecify.annotations.NullMarked;
