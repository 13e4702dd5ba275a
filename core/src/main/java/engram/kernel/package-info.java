// SPDX-License-Identifier: Apache-2.0
/// Loops that everything else stands on, with the same bits from the scalar and the vector form.
///
/// Reading order: [engram.kernel.Doubles] and [engram.kernel.Floats] (products, sums, elementary
/// functions over arrays), [engram.kernel.DoubleRows] and [engram.kernel.FloatRows] (softmax,
/// normalisation, sums of columns), [engram.kernel.Patches] (convolution), [engram.kernel.Bits],
/// [engram.kernel.TopK], [engram.kernel.Workers], then [engram.kernel.Kernels], which says what
/// form runs here; inside, `Elementary` and `ScalarLoops` are the definitions, `VectorLoops` the
/// fast form.
///
/// References: 1. K. Goto, R. van de Geijn (2008). Anatomy of high-performance matrix
/// multiplication. ACM Transactions on Mathematical Software 34(3), doi:10.1145/1356052.1356053. 2.
/// J.-M. Muller et al. (2018). Handbook of Floating-Point Arithmetic, 2nd edition, chapters 10 and
/// 11, doi:10.1007/978-3-319-76526-6.
@NullMarked
package engram.kernel;

import org.jspecify.annotations.NullMarked;
