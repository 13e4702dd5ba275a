// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Function;

/// How a run is done; nothing of it changes what is measured.
///
/// @param workers how many replicates at once, each on a thread of its own
/// @param data the folder of a data set by its name
/// @param clock the time
/// @param listener hears what happens, one event at a time
/// @param checkpointEvery a checkpoint that is offered earlier after the last one is left
/// @param progressEvery progress that is said earlier after the last one is not passed on
public record Setting(
    int workers,
    Function<String, Path> data,
    InstantSource clock,
    Consumer<RunEvent> listener,
    Duration checkpointEvery,
    Duration progressEvery) {
  /// Checks.
  public Setting {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be at least 1, was " + workers);
    }
  }

  /// The usual times: a checkpoint every 10 s, progress every 0.1 s.
  public static Setting of(
      int workers, Function<String, Path> data, InstantSource clock, Consumer<RunEvent> listener) {
    return new Setting(
        workers, data, clock, listener, Duration.ofSeconds(10), Duration.ofMillis(100));
  }
}
