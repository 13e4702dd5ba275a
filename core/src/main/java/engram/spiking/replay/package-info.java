// SPDX-License-Identifier: Apache-2.0
/// Small recurrent nets that replay a recording: given the spikes of every neuron up to a step,
/// which neurons fire in the next one? A rule that learns from recorded spikes asks no more of a
/// net, and a net of another kind takes part by implementing [engram.spiking.replay.ReplayNetwork].
///
/// Reading order: [engram.spiking.replay.ReplayNetwork] (all that is asked of a net),
/// [engram.spiking.replay.RecurrentWeights], [engram.spiking.replay.ReferenceWeights] (how those of
/// the net that gave the recording are drawn); [engram.spiking.replay.DiscreteLif] (a net written
/// out), [engram.spiking.replay.ModelNetwork] (neurons of any model),
/// [engram.spiking.replay.EngineNetwork] (a population of a network of `engram.spiking`);
/// [engram.spiking.replay.Rasters], [engram.spiking.replay.WeightComparison].
///
/// A family; it stands on `engram.signal` for rasters, on `engram.neuron` for models and on
/// `engram.spiking` for the engine. Nets here are small, dense and exact.
///
/// No references.
@NullMarked
package engram.spiking.replay;

import org.jspecify.annotations.NullMarked;
