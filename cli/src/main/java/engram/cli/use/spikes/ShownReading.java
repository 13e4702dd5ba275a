// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.cli.run.Surroundings;
import engram.cli.words.Words;
import engram.signal.spike.stream.SpikeSink;
import engram.signal.spike.stream.SpikeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A recording that says on a terminal how far its reading is: how many spikes the first time, and
/// from then on how long it still takes.
final class ShownReading implements SpikeSource {
  private static final long EVERY = 1 << 20;
  private static final Duration QUIET_FOR = Duration.ofMillis(700);
  private static final String CLEAR = "\r\u001b[2K";

  private final SpikeSource source;
  private final Surroundings around;
  private long total;
  private long seen;
  private boolean shown;

  ShownReading(SpikeSource source, Surroundings around) {
    this.source = source;
    this.around = around;
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public void read(SpikeSink sink) {
    if (!around.screen().live()) {
      source.read(sink);
      return;
    }
    Instant began = around.clock().instant();
    seen = 0;
    try {
      source.read((timeMs, id) -> {
        if (++seen % EVERY == 0) {
          draw(Duration.between(began, around.clock().instant()));
        }
        sink.spike(timeMs, id);
      });
      total = seen;
    } finally {
      if (shown) {
        around.err().print(CLEAR);
        around.err().flush();
        shown = false;
      }
    }
  }

  private void draw(Duration taken) {
    if (taken.compareTo(QUIET_FOR) < 0) {
      return;
    }
    String far = String.format(Locale.ROOT, "%,d spikes", seen);
    if (total > 0) {
      double left = taken.toMillis() / 1000.0 * (total - seen) / seen;
      far = 100 * seen / total + " %   " + Words.duration(Math.max(0, left)) + " left";
    }
    String line = "  reading " + name() + "   " + far;
    int most = around.screen().columns() - 1;
    around.err().print(CLEAR + (line.length() > most ? line.substring(0, most) : line));
    around.err().flush();
    shown = true;
  }
}
