// SPDX-License-Identifier: Apache-2.0
/// How synapses of a network learn: rules of `engram.plasticity.spike`, executed lazily or at once.
///
/// Reading order: [engram.spiking.learn.Learning].
///
/// References: [1] A. Morrison, A. Aertsen, M. Diesmann: Spike-timing-dependent plasticity in
/// balanced random networks. Neural Computation 19 (2007) 1437-1467,
/// doi:10.1162/neco.2007.19.6.1437. [2] M. Tsodyks, K. Pawelzik, H. Markram: Neural networks with
/// dynamic synapses. Neural Computation 10 (1998) 821-835, doi:10.1162/089976698300017502.
@NullMarked
package engram.spiking.learn;

import org.jspecify.annotations.NullMarked;
