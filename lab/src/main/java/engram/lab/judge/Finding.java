// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.stats.Interval;
import java.util.Optional;

/// What the judge found on one simple pass line.
///
/// @param line the line, never an `All`
/// @param outcome the outcome on this line alone
/// @param interval what was estimated; empty where nothing could be
/// @param replicates how many replicates gave a value
/// @param diverged how many replicates diverged instead
/// @param note one line, empty if there is nothing to say
public record Finding(
    PassLine line,
    Outcome outcome,
    Optional<Interval> interval,
    int replicates,
    int diverged,
    String note) {}
