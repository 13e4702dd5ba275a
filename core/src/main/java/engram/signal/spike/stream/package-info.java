// SPDX-License-Identifier: Apache-2.0
/// Statistics of recordings that need not fit into memory: spikes come in order of time, and what
/// is kept grows with the neurons, not with the spikes.
///
/// Reading order: [engram.signal.spike.stream.SpikeSource] and
/// [engram.signal.spike.stream.SpikeSink]; [engram.signal.spike.stream.NeuronStream] (window, ids,
/// repeated spikes); what listens to it: [engram.signal.spike.stream.Census],
/// [engram.signal.spike.stream.CountSurvey], [engram.signal.spike.stream.TrainCollector];
/// [engram.signal.spike.stream.Survey] runs them in two readings and gives a
/// [engram.signal.spike.stream.Portrait].
///
/// | kept | bytes |
/// | --- | --- |
/// | intervals and counts | about 200 a neuron |
/// | correlations | 8 a pair of the neurons that are sampled |
/// | avalanches | some 100 for each size and each duration that came, at most sqrt(2 spikes) of them |
/// | trains, for distances and for files that are not in order of time | 8 to 16 a spike |
///
/// No references.
@NullMarked
package engram.signal.spike.stream;

import org.jspecify.annotations.NullMarked;
