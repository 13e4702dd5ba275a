// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.data.series.TimedValue;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Half-hourly demand without an end: a day's sine of 9,000 around 15,000, weaker at the weekend,
/// with Gaussian noise of 1,000; the same for the same seed.
final class HtmDemand {
  /// Below and above this lies one value in a million.
  static final double LEAST = 1_000;

  static final double MOST = 29_000;

  private static final int DAY = 48;
  private static final Instant START = Instant.parse("2014-07-01T00:00:00Z");

  private final RandomStream random;
  private long records;

  HtmDemand(long seed) {
    random = Seeds.of(seed).stream("demand");
  }

  TimedValue next() {
    double day = Math.sin(2 * Math.PI * (records % DAY) / DAY);
    double week = records / DAY % 7 < 5 ? 1 : 0.7;
    double value = 15_000 + 9_000 * week * day + 1_000 * random.nextGaussian();
    return new TimedValue(START.plus(Duration.ofMinutes(30 * records++)), value);
  }

  static List<TimedValue> records(int count) {
    HtmDemand demand = new HtmDemand(1);
    List<TimedValue> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(demand.next());
    }
    return records;
  }
}
