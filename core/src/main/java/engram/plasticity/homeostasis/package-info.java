// SPDX-License-Identifier: Apache-2.0
/// Rules that hold a unit's activity where it should be. They must be fast beside the Hebbian rule
/// that they hold (see the border of [engram.plasticity.Bcm]), or stand beside an explicit
/// constraint.
///
/// Reading order: [engram.plasticity.homeostasis.SynapticScaling] and, by spikes,
/// [engram.plasticity.homeostasis.SpikeRateScaling];
/// [engram.plasticity.homeostasis.ThresholdAdaptation];
/// [engram.plasticity.homeostasis.IntrinsicPlasticity].
///
/// References: [1] M. C. W. van Rossum, G. Q. Bi, G. G. Turrigiano: Stable Hebbian learning from
/// spike timing-dependent plasticity. Journal of Neuroscience 20 (2000) 8812-8821,
/// doi:10.1523/JNEUROSCI.20-23-08812.2000. [2] J. Triesch: A gradient rule for the plasticity of a
/// neuron's intrinsic excitability. ICANN (2005), doi:10.1007/11550822_11.
@NullMarked
package engram.plasticity.homeostasis;

import org.jspecify.annotations.NullMarked;
