// SPDX-License-Identifier: Apache-2.0
/// Special functions and numerical methods of the ground layer.
///
/// Reading order: [engram.math.LogSpace], [engram.math.Gamma], [engram.math.SaddlePoint],
/// [engram.math.Hypergeometric], [engram.math.Normal]; then [engram.math.Root],
/// [engram.math.FixedPoint], [engram.math.GaussianAverage], [engram.math.Integral],
/// [engram.math.PrincipalAngles]; then [engram.math.Solved] with [engram.math.SolvedGrid] and
/// [engram.math.SolvedLine], of which phase diagrams are made.
///
/// References: [1] C. Loader: Fast and accurate computation of binomial probabilities. Lucent Bell
/// Laboratories (2000). [2] M. Maechler: Accurately computing log(1 - exp(-|a|)). R package Rmpfr
/// (2012). [3] R. P. Brent: Algorithms for minimization without derivatives. Prentice-Hall (1973),
/// chapter 4. [4] R. Piessens, E. de Doncker-Kapenga, C. W. Ueberhuber, D. K. Kahaner: QUADPACK.
/// Springer (1983), doi:10.1007/978-3-642-61786-7. [5] G. H. Golub, J. H. Welsch: Calculation of
/// Gauss quadrature rules. Mathematics of Computation 23 (1969) 221-230, doi:10.2307/2004418. [6]
/// F. W. J. Olver et al. (editors): NIST Digital Library of Mathematical Functions, 7.6 and 7.9.
/// https://dlmf.nist.gov/7 [7] A. Bjorck, G. H. Golub: Numerical methods for computing angles
/// between linear subspaces. Mathematics of Computation 27 (1973) 579-594, doi:10.2307/2005662.
@NullMarked
package engram.math;

import org.jspecify.annotations.NullMarked;
