// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.stream;

import java.util.Arrays;

/// Reads a recording for those who listen: cuts the window, numbers the ids, leaves out spikes that
/// stand twice, and notices where times go back.
///
/// Behind a time that goes back nothing is handed on any more, since what listens relies on the
/// order; the spikes are still counted, so that it is known how much memory sorting them takes.
public final class NeuronStream implements SpikeSink {
  /// What one reading saw.
  ///
  /// @param spikes in the window, repeated ones among them
  /// @param repeated spikes of a neuron at the time of its spike before
  /// @param firstMs the first spike of the window, counted from its beginning; NaN of none
  /// @param lastMs the last one
  /// @param stepMs the least time between two spikes of any neurons at different times: the grid on
  ///   which the recording was made, if it was; infinite of fewer than two
  /// @param backAt the number of the first spike, from 1, that lies before the one before it; 0 if
  ///   all are in order
  public record Reading(
      long spikes, long repeated, double firstMs, double lastMs, double stepMs, long backAt) {
    /// Whether all spikes were in order of time.
    public boolean inOrder() {
      return backAt == 0;
    }
  }

  private final Window window;
  private final NeuronIndex index;
  private final NeuronSink[] sinks;
  private double[] lastOf = new double[64];
  private long spikes;
  private long repeated;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private double previous = Double.NEGATIVE_INFINITY;
  private double step = Double.POSITIVE_INFINITY;
  private long backAt;

  private NeuronStream(Window window, NeuronIndex index, NeuronSink... sinks) {
    this.window = window;
    this.index = index;
    this.sinks = sinks;
    Arrays.fill(lastOf, Double.NEGATIVE_INFINITY);
  }

  /// Reads once.
  ///
  /// @param index what numbers the ids; kept from reading to reading
  public static Reading read(
      SpikeSource source, Window window, NeuronIndex index, NeuronSink... sinks) {
    NeuronStream stream = new NeuronStream(window, index, sinks.clone());
    source.read(stream);
    return new Reading(
        stream.spikes, stream.repeated, stream.first, stream.last, stream.step, stream.backAt);
  }

  @Override
  public void spike(double timeMs, long id) {
    if (!window.contains(timeMs)) {
      return;
    }
    double t = timeMs - window.fromMs();
    int neuron = index.of(id);
    spikes++;
    if (t < previous && backAt == 0) {
      backAt = spikes;
    }
    if (t > previous && t - previous < step) {
      step = t - previous;
    }
    previous = t;
    if (backAt > 0) {
      first = Math.min(first, t);
      last = Math.max(last, t);
      return;
    }
    first = Double.isNaN(first) ? t : first;
    last = t;
    if (neuron >= lastOf.length) {
      int before = lastOf.length;
      lastOf = Arrays.copyOf(lastOf, Math.max(2 * before, neuron + 1));
      Arrays.fill(lastOf, before, lastOf.length, Double.NEGATIVE_INFINITY);
    }
    if (lastOf[neuron] == t) {
      repeated++;
      return;
    }
    lastOf[neuron] = t;
    for (NeuronSink sink : sinks) {
      sink.spike(t, neuron);
    }
  }
}
