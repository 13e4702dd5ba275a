// SPDX-License-Identifier: Apache-2.0
/// Networks that every simulator is measured by, with their published parameters.
///
/// Reading order: [engram.spiking.reference.BretteNetworks],
/// [engram.spiking.reference.BrunelNetwork], [engram.spiking.reference.LearningBenchmark],
/// [engram.spiking.reference.Microcircuit].
///
/// References: [1] R. Brette et al.: Simulation of networks of spiking neurons: a review of tools
/// and strategies. Journal of Computational Neuroscience 23 (2007) 349-398,
/// doi:10.1007/s10827-007-0038-6. [2] N. Brunel: Dynamics of sparsely connected networks of
/// excitatory and inhibitory spiking neurons. Journal of Computational Neuroscience 8 (2000)
/// 183-208, doi:10.1023/A:1008925309027. [3] T. C. Potjans, M. Diesmann: The cell-type specific
/// cortical microcircuit: relating structure and activity in a full-scale spiking network model.
/// Cerebral Cortex 24 (2014) 785-806, doi:10.1093/cercor/bhs358. [4] S. Kunkel et al.: Spiking
/// network simulation code for petascale computers. Frontiers in Neuroinformatics 8:78 (2014),
/// doi:10.3389/fninf.2014.00078. [5] A. Morrison, A. Aertsen, M. Diesmann: Spike-timing-dependent
/// plasticity in balanced random networks. Neural Computation 19 (2007) 1437-1467,
/// doi:10.1162/neco.2007.19.6.1437.
@NullMarked
package engram.spiking.reference;

import org.jspecify.annotations.NullMarked;
