// SPDX-License-Identifier: Apache-2.0
/// Nets that settle before they learn: activities move until an energy is least, and then each
/// synapse changes by what stands at its two ends. Learning needs no phase of its own that runs
/// backward. Nets are layered, without biases, one sample at a time, in plain loops.
///
/// Reading order: [engram.plasticity.relax.PredictiveNet], errors of prediction that settle;
/// [engram.plasticity.relax.Settling]; [engram.plasticity.relax.EquilibriumNet], an energy with
/// symmetric weights; [engram.plasticity.relax.Contrast], between which states it learns.
///
/// References: [1] R. P. N. Rao, D. H. Ballard: Predictive coding in the visual cortex. Nature
/// Neuroscience 2 (1999) 79-87, doi:10.1038/4580. [2] J. C. R. Whittington, R. Bogacz: An
/// approximation of the error backpropagation algorithm in a predictive coding network with local
/// Hebbian synaptic plasticity. Neural Computation 29 (2017) 1229-1262, doi:10.1162/NECO_a_00949.
/// [3] B. Millidge, A. Tschantz, C. L. Buckley: Predictive coding approximates backprop along
/// arbitrary computation graphs. Neural Computation 34 (2022) 1329-1368, arXiv 2006.04182. [4] J.
/// R. Movellan: Contrastive Hebbian learning in the continuous Hopfield model. Connectionist Models
/// (1991) 10-17. [5] B. Scellier, Y. Bengio: Equilibrium propagation: bridging the gap between
/// energy-based models and backpropagation. Frontiers in Computational Neuroscience 11 (2017) 24,
/// arXiv 1602.05179. [6] A. Laborieux et al.: Scaling equilibrium propagation to deep ConvNets by
/// drastically reducing its gradient estimator bias. Frontiers in Neuroscience 15 (2021) 633674,
/// arXiv 2006.03824.
@NullMarked
package engram.plasticity.relax;

import org.jspecify.annotations.NullMarked;
