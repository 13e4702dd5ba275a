// SPDX-License-Identifier: Apache-2.0
/// Memories that are written by one outer product a pattern.
///
/// Reading order: [engram.plasticity.store.PatternStorage], patterns in a matrix that recalls
/// itself; [engram.plasticity.store.DeltaMemory], values under keys, Hebbian or corrected;
/// [engram.plasticity.store.FastWeights], a matrix that remembers what was active lately.
///
/// References: [1] J. J. Hopfield: Neural networks and physical systems with emergent collective
/// computational abilities. PNAS 79 (1982) 2554-2558, doi:10.1073/pnas.79.8.2554. [2] R. J.
/// McEliece, E. C. Posner, E. R. Rodemich, S. S. Venkatesh: The capacity of the Hopfield
/// associative memory. IEEE Transactions on Information Theory 33 (1987) 461-482,
/// doi:10.1109/TIT.1987.1057328. [3] M. V. Tsodyks, M. V. Feigelman: The enhanced storage capacity
/// in neural networks with low activity level. Europhysics Letters 6 (1988) 101-105,
/// doi:10.1209/0295-5075/6/2/002. [4] J. Ba, G. Hinton, V. Mnih, J. Z. Leibo, C. Ionescu: Using
/// fast weights to attend to the recent past. arXiv 1610.06258 (2016). [5] I. Schlag, K. Irie, J.
/// Schmidhuber: Linear transformers are secretly fast weight programmers. arXiv 2102.11174 (2021).
@NullMarked
package engram.plasticity.store;

import org.jspecify.annotations.NullMarked;
