// SPDX-License-Identifier: Apache-2.0
package engram.signal.spike.distance;

import engram.signal.spike.SpikeTrain;

/// A train as the stretches between its spikes, with one before the first and one behind the last,
/// of which only a part was seen. As in [6]:
///
/// - a stretch at an edge is taken as long as what was seen of it, or as its neighbour if that is
///   longer;
/// - a train without spikes is one stretch over the whole observation;
/// - beyond each edge stands an auxiliary spike at the far end of the stretch there.
///
/// Stretch k begins with spike k; -1 is the one before the first spike.
final class Stretches {
  private final double[] spikes;
  private final double end;
  private final int last;
  private int at;

  Stretches(SpikeTrain train) {
    end = train.durationMs();
    spikes = train.count() == 0 ? new double[] {0, end} : train.timesMs();
    last = spikes.length - 1;
    at = spikes[0] > 0 ? -1 : 0;
  }

  /// Where the next stretch begins, or the observation ends.
  double next() {
    return at < last ? spikes[at + 1] : end;
  }

  /// Enters the next stretch if it begins at a time.
  void advance(double time) {
    if (at < last && spikes[at + 1] <= time) {
      at++;
    }
  }

  /// The length of the stretch.
  double length() {
    if (at < 0) {
      return last == 0 ? spikes[0] : Math.max(spikes[0], spikes[1] - spikes[0]);
    }
    if (at < last) {
      return spikes[at + 1] - spikes[at];
    }
    double seen = end - spikes[last];
    return last == 0 ? seen : Math.max(seen, spikes[last] - spikes[last - 1]);
  }

  /// The time from each spike to the nearest of another train, auxiliary ones among them.
  double[] nearest(Stretches other) {
    double[] nearest = new double[spikes.length];
    double[] theirs = other.spikes;
    int many = theirs.length;
    double early = many == 1 ? 0 : Math.min(0, theirs[0] - (theirs[1] - theirs[0]));
    double late =
        many == 1 ? end : Math.max(end, theirs[many - 1] + (theirs[many - 1] - theirs[many - 2]));
    int j = 0;
    for (int i = 0; i < nearest.length; i++) {
      while (j < many && theirs[j] <= spikes[i]) {
        j++;
      }
      double before = j == 0 ? early : theirs[j - 1];
      double behind = j == many ? late : theirs[j];
      nearest[i] = Math.min(spikes[i] - before, behind - spikes[i]);
    }
    return nearest;
  }

  /// A value given at each spike, linear in between and constant at the edges.
  double between(double[] atSpikes, double time) {
    if (at < 0) {
      return atSpikes[0];
    }
    if (at == last) {
      return atSpikes[last];
    }
    double from = spikes[at];
    double to = spikes[at + 1];
    return (atSpikes[at] * (to - time) + atSpikes[at + 1] * (time - from)) / (to - from);
  }
}
