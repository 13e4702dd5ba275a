// SPDX-License-Identifier: Apache-2.0
/// Paper 48, `pspm`: B. A. Bagley, B. Bordelon, B. Moseley, R. Wessel: Pre-Synaptic Pool
/// Modification (PSPM): a supervised learning procedure for spiking neural networks, arXiv
/// 1810.03199 (2018), later in PLoS ONE (2020) for recurrent spiking neural networks.
///
/// **What could be read.** The abstracts of both versions. They name the parts of the rule and what
/// it does, and no constants.
///
/// **What is reproduced.** The four effects of the abstract on nets of 100 neurons: spikes become
/// alike by the local rule; the weights stay wrong; homeostasis alone fits rates and avalanches and
/// not spike times; and the first version's claim on critical references. Beside them stand what
/// the paper does not have: nets without recurrence and with random weights, pools of other
/// moments, input that was not recorded, and a perceptron that knows the neuron and shows how much
/// of the weights a recording holds.
///
/// Pages that stand beside: rivals of other kinds on one budget (STDP under a teacher's current,
/// surrogate gradients, whole and of each neuron by itself), and a recording of half of the net.
///
/// **What is not.** Other neurons than leaky integrate-and-fire are trained in tests of the
/// mechanism (Izhikevich, conductances, on the engine), not on a page; sparse nets and a thousand
/// neurons are left to the full scale.
///
/// Reading order: [engram.paper.pspm.PspmStudy]; `engram.paper.pspm.match` (the main pages: spikes
/// and weights), `engram.paper.pspm.avalanche`, `engram.paper.pspm.rival`, and what they share in
/// `engram.paper.pspm.shared`. The mechanism is in `engram.spiking.pool`, nets in
/// `engram.spiking.replay`, rivals in `engram.spiking.pool.rival`, critical nets in
/// `engram.spiking.criticality`, measures in `engram.signal`.
///
/// References: [1] the paper above. Further ones stand at the mechanism.
@NullMarked
package engram.paper.pspm;

import org.jspecify.annotations.NullMarked;
