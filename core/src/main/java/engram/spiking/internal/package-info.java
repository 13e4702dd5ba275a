// SPDX-License-Identifier: Apache-2.0
/// The engine below [engram.spiking.Simulation]: sparse, event-driven on a grid of time.
///
/// A network is cut into slices of targets. A slice owns a range of the neurons of each population
/// and all synapses onto them, stored by source; so nothing is written by two threads, and only
/// spikes are exchanged, once every shortest delay.
///
/// Reading order: [engram.spiking.internal.Slice] and [engram.spiking.internal.part.Part], a step;
/// [engram.spiking.internal.Course], a run; [engram.spiking.internal.SynapseStore], all synapses;
/// then `.synapse`, how they are made and how spikes are delivered, `.learn`, how they change,
/// `.watch`, what is kept; [engram.spiking.internal.LearnedForm], what a snapshot says of them.
///
/// References: [1] A. Morrison, C. Mehring, T. Geisel, A. Aertsen, M. Diesmann: Advancing the
/// boundaries of high-connectivity network simulation with distributed computing. Neural
/// Computation 17 (2005) 1776-1801, doi:10.1162/0899766054026648.
@NullMarked
package engram.spiking.internal;

import org.jspecify.annotations.NullMarked;
