// SPDX-License-Identifier: Apache-2.0
/// Pre-synaptic pool modification: recurrent weights are found from the spikes that a net should
/// give, without a gradient. A neuron that misses a spike strengthens a random part of the neurons
/// that had just fired, one that fires out of turn weakens a random part of those.
///
/// Reading order: [engram.spiking.pool.PspmRule] (the rule and its symbols),
/// [engram.spiking.pool.PlainPspm] (the rule as loops), [engram.spiking.pool.PoolKernel] (the same
/// on packed bits), [engram.spiking.pool.PspmTrainer] and [engram.spiking.pool.PspmTraining];
/// [engram.spiking.pool.SynapseMask]. The nets that are trained are in `engram.spiking.replay`,
/// rivals in `engram.spiking.pool.rival`.
///
/// Where only part of a net is seen, [engram.spiking.pool.PspmTrainer#seeing], the rule changes the
/// weights into seen neurons alone: no error of a hidden neuron is known, and none is guessed.
///
/// A family; it stands on `engram.signal` for rasters and on `engram.spiking.replay` for nets.
///
/// References: [1] B. A. Bagley, B. Bordelon, B. Moseley, R. Wessel: Pre-Synaptic Pool Modification
/// (PSPM): a supervised learning procedure for recurrent spiking neural networks. PLoS ONE (2020),
/// arXiv 1810.03199. Abstracts were read, not the paper: windows, constants and options are ours.
@NullMarked
package engram.spiking.pool;

import org.jspecify.annotations.NullMarked;
