// SPDX-License-Identifier: Apache-2.0
/// Rules with a third factor: what two neurons did counts only as far as a signal from elsewhere
/// says. Rules on spikes with a third factor lie in `engram.plasticity.spike.factor`.
///
/// Reading order: [engram.plasticity.factor.EligibilityTrace],
/// [engram.plasticity.factor.NodePerturbation], [engram.plasticity.factor.GatedDelta].
///
/// References: [1] R. J. Williams: Simple statistical gradient-following algorithms for
/// connectionist reinforcement learning. Machine Learning 8 (1992) 229-256, doi:10.1007/BF00992696.
/// [2] I. R. Fiete, H. S. Seung: Gradient learning in spiking neural networks by dynamic
/// perturbation of conductances. Physical Review Letters 97 (2006) 048104,
/// doi:10.1103/PhysRevLett.97.048104. [3] N. Fremaux, W. Gerstner: Neuromodulated
/// spike-timing-dependent plasticity, and theory of three-factor learning rules. Frontiers in
/// Neural Circuits 9 (2016) 85, doi:10.3389/fncir.2015.00085.
@NullMarked
package engram.plasticity.factor;

import org.jspecify.annotations.NullMarked;
