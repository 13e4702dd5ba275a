// SPDX-License-Identifier: Apache-2.0
/// Differentiable plasticity: nets whose Hebbian traces hold what an episode shows, while slow
/// weights and the plasticity of each synapse are trained by gradients through whole episodes.
///
/// Reading order: [engram.memory.plastic.Trace], how a synapse remembers;
/// [engram.memory.plastic.Completion], the episodes; [engram.memory.plastic.PlasticNet];
/// [engram.memory.plastic.PlasticTraining]. Layer 2, over `engram.autodiff`.
///
/// Measured on 2026-11-28, one seed, 100 neurons, 3 patterns, published schedule, 300 episodes,
/// share of wrong bits over the last 50: Hebb .013 (Adam at 1e-3) and .031 (at 3e-3), Oja .020,
/// modulated .193 (both at 3e-3); without plasticity .246, where chance is .25.
///
/// References: [1] T. Miconi, J. Clune, K. O. Stanley: Differentiable plasticity: training plastic
/// neural networks with backpropagation. ICML (2018), arXiv 1804.02464. [2] T. Miconi, A. Rawal, J.
/// Clune, K. O. Stanley: Backpropamine: training self-modifying neural networks with differentiable
/// neuromodulated plasticity. ICLR (2019), arXiv 2002.10585.
@NullMarked
package engram.memory.plastic;

import org.jspecify.annotations.NullMarked;
