// SPDX-License-Identifier: Apache-2.0
/// Networks of spiking neurons: described by values that read like a methods section, run by a
/// sparse engine on a grid of time.
///
/// Reading order: [engram.neuron.NeuronModel], which states the order within a step;
/// [engram.spiking.Network] with [engram.spiking.Population], [engram.spiking.Projection] and
/// [engram.spiking.Synapse]; rules and distributions in `engram.spiking.connect`, inputs in
/// `engram.spiking.drive`; [engram.spiking.PlainSimulation], the definition of a run;
/// [engram.spiking.Simulation], and what is kept of it in `engram.spiking.record`. The engine
/// stands in `engram.spiking.internal`.
///
/// References: [1] R. Brette et al.: Simulation of networks of spiking neurons: a review of tools
/// and strategies. Journal of Computational Neuroscience 23 (2007) 349-398,
/// doi:10.1007/s10827-007-0038-6. [2] N. Brunel: Dynamics of sparsely connected networks of
/// excitatory and inhibitory spiking neurons. Journal of Computational Neuroscience 8 (2000)
/// 183-208, doi:10.1023/A:1008925309027.
@NullMarked
package engram.spiking;

import org.jspecify.annotations.NullMarked;
