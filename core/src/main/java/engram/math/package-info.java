// SPDX-License-Identifier: Apache-2.0
/// Special functions and numerical methods of the ground layer.
///
/// Reading order: [engram.math.LogSpace], [engram.math.Gamma], [engram.math.SaddlePoint],
/// [engram.math.Hypergeometric].
///
/// References: [1] C. Loader: Fast and accurate computation of binomial probabilities. Lucent Bell
/// Laboratories (2000). [2] M. Maechler: Accurately computing log(1 - exp(-|a|)). R package Rmpfr
/// (2012).
@NullMarked
package engram.math;

import org.jspecify.annotations.NullMarked;
