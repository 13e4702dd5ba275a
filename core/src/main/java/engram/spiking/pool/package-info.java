// SPDX-License-Identifier: Apache-2.0
/// Pre-synaptic pool modification: recurrent weights are found from the spikes that a net should
/// give, without a gradient. A neuron that misses a spike strengthens a random part of the neurons
/// that had just fired, one that fires out of turn weakens a random part of those.
///
/// Reading order: [engram.spiking.pool.PspmRule] (the rule and its symbols),
/// [engram.spiking.pool.PlainPspm] (the rule as loops), [engram.spiking.pool.PoolKernel] (the same
/// on packed bits), [engram.spiking.pool.PspmTrainer] and [engram.spiking.pool.PspmTraining];
/// [engram.spiking.pool.ReplayNetwork] (all that is asked of a net),
/// [engram.spiking.pool.DiscreteLif], [engram.spiking.pool.ModelNetwork] (neurons of any model),
/// [engram.spiking.pool.EngineNetwork] (a population of a network of `engram.spiking`),
/// [engram.spiking.pool.RecurrentWeights], [engram.spiking.pool.SynapseMask],
/// [engram.spiking.pool.ReferenceWeights], [engram.spiking.pool.Rasters];
/// [engram.spiking.pool.WeightComparison]. Rivals are in `engram.spiking.pool.rival`.
///
/// Where only part of a net is seen, [engram.spiking.pool.PspmTrainer#seeing], the rule changes the
/// weights into seen neurons alone: no error of a hidden neuron is known, and none is guessed.
///
/// A family; it stands on `engram.signal` for rasters, on `engram.neuron` for models and on
/// `engram.spiking` for the engine. Nets here are small, dense and exact; a net of another kind
/// takes part by implementing `ReplayNetwork`.
///
/// References: [1] B. A. Bagley, B. Bordelon, B. Moseley, R. Wessel: Pre-Synaptic Pool Modification
/// (PSPM): a supervised learning procedure for recurrent spiking neural networks. PLoS ONE (2020),
/// arXiv 1810.03199. Abstracts were read, not the paper: windows, constants and options are ours.
@NullMarked
package engram.spiking.pool;

import org.jspecify.annotations.NullMarked;
