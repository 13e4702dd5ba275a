// SPDX-License-Identifier: Apache-2.0
/// Networks that every simulator is measured by, with their published parameters.
///
/// Reading order: [engram.spiking.reference.BretteNetworks],
/// [engram.spiking.reference.BrunelNetwork].
///
/// References: [1] R. Brette et al.: Simulation of networks of spiking neurons: a review of tools
/// and strategies. Journal of Computational Neuroscience 23 (2007) 349-398,
/// doi:10.1007/s10827-007-0038-6. [2] N. Brunel: Dynamics of sparsely connected networks of
/// excitatory and inhibitory spiking neurons. Journal of Computational Neuroscience 8 (2000)
/// 183-208, doi:10.1023/A:1008925309027.
@NullMarked
package engram.spiking.reference;

import org.jspecify.annotations.NullMarked;
