// SPDX-License-Identifier: Apache-2.0
/// Loops that everything else stands on, with the same bits from the scalar and the vector form.
///
/// Reading order: [engram.kernel.Doubles] and [engram.kernel.Floats] (products, sums, elementary
/// functions over arrays), [engram.kernel.DoubleRows] and [engram.kernel.FloatRows] (softmax,
/// normalisation, sums of columns), [engram.kernel.Patches] (convolution), [engram.kernel.Bits],
/// [engram.kernel.TopK], [engram.kernel.Workers], then [engram.kernel.Kernels], which says what
/// form runs here. The forms themselves are in `engram.kernel.internal`, the products of matrices
/// in `engram.kernel.internal.product`.
///
/// References: J.-M. Muller et al. (2018). Handbook of Floating-Point Arithmetic, 2nd edition,
/// chapters 10 and 11, doi:10.1007/978-3-319-76526-6.
@NullMarked
package engram.kernel;

import org.jspecify.annotations.NullMarked;
