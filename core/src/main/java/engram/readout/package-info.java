// SPDX-License-Identifier: Apache-2.0
/// Linear readouts that are solved and not descended, and the random features that they read.
///
/// Reading order: [engram.readout.RecursiveLeastSquares] (exact after every row),
/// [engram.readout.SlidingRidge] (over a window), both on [engram.readout.Cholesky];
/// [engram.readout.RandomFeatures] and [engram.readout.Reservoir], whose recurrent weights are
/// scaled by [engram.readout.SpectralRadius].
///
/// Where the sources take a pseudo-inverse, a ridge of 1e-6 stands, solved by an own factorisation
/// of Cholesky's: the bits are the same everywhere, and no rank need be decided.
///
/// References: [1] N.-Y. Liang, G.-B. Huang, P. Saratchandran, N. Sundararajan: A fast and accurate
/// online sequential learning algorithm for feedforward networks. IEEE Transactions on Neural
/// Networks 17 (2006) 1411-1423, doi:10.1109/TNN.2006.880583. [2] H. Jaeger, H. Haas: Harnessing
/// nonlinearity. Science 304 (2004) 78-80, doi:10.1126/science.1091277. [3] R. A. Horn, C. R.
/// Johnson: Matrix Analysis, 2nd edition (2013), corollary 5.6.14.
@NullMarked
package engram.readout;

import org.jspecify.annotations.NullMarked;
