// SPDX-License-Identifier: Apache-2.0
/// Randomness that depends on a path and a position, never on the order of calls.
///
/// A run has one seed. From it grows a tree of named nodes ([engram.random.Seeds]); at each node
/// hangs a stream of random numbers ([engram.random.RandomStream]) that is a function of (seed,
/// path, position). So a stream can be drawn in any order, by any worker, and a new stream never
/// moves an old one. Version 1 of the scheme is frozen: `docs/random.md` publishes its test
/// vectors.
///
/// Reading order: [engram.random.Seeds], [engram.random.RandomStream], [engram.random.Philox],
/// [engram.random.InverseNormal].
///
/// References: [1] J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw: Parallel random numbers: as
/// easy as 1, 2, 3. SC11 (2011), doi:10.1145/2063384.2063405. [2] M. J. Wichura: Algorithm AS 241.
/// Applied Statistics 37 (1988) 477-484, doi:10.2307/2347330. [3] D. Lemire: Fast random integer
/// generation in an interval. ACM TOMACS 29 (2019), doi:10.1145/3230636. [4] J. Bentley, B. Floyd:
/// A sample of brilliance. Communications of the ACM 30 (1987) 754-757, doi:10.1145/30401.315746.
@NullMarked
package engram.random;

import org.jspecify.annotations.NullMarked;
