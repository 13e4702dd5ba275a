// SPDX-License-Identifier: Apache-2.0
package engram.cli.use;

import engram.cli.words.UsageException;
import engram.data.series.DateOrder;
import engram.data.table.TimeSeriesOptions;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a tool on a table of measurements asks of a person.
final class StreamOptions {
  @Parameters(paramLabel = "FILE", description = "a table of measurements; - for standard input")
  private String table = "";

  @Option(
      names = "--time",
      paramLabel = "COLUMN",
      description = "name or number of the column of times (guessed)")
  private String time = "";

  @Option(
      names = "--values",
      paramLabel = "COLUMN",
      split = ",",
      description = "names or numbers of the columns of values (all that hold numbers)")
  private List<String> values = List.of();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "of times that name none, such as Europe/Berlin (default UTC)")
  private String zone = "UTC";

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "day-first or month-first, where strokes leave it open")
  private String dates = "";

  @Option(names = "--follow", description = "go on as the file grows, until Ctrl-C")
  private boolean follow;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "keep the state here; begun again, it goes on where it was, also when killed")
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--every",
      paramLabel = "ROWS",
      description = "rows from checkpoint to checkpoint, 10 s at most (default 10000)")
  private long every = 10_000;

  @Option(names = "--out", paramLabel = "FILE", description = "write the rows here")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--load", paramLabel = "MODEL", description = "begin with a saved model")
  private Optional<Path> load = Optional.empty();

  @Option(names = "--save", paramLabel = "MODEL", description = "save the model at the end")
  private Optional<Path> save = Optional.empty();

  @Option(names = "--figure", paramLabel = "SVG", description = "draw what happened at the end")
  private Optional<Path> figure = Optional.empty();

  @Option(names = "--seed", paramLabel = "N", description = "of the model's draws (default 42)")
  private long seed = 42;

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  boolean isPipe() {
    return table.equals("-");
  }

  /// What messages call the table.
  String name() {
    return isPipe() ? "standard input" : table;
  }

  Path file() {
    return Path.of(table);
  }

  boolean grows() {
    return follow || isPipe();
  }

  Optional<Path> checkpoint() {
    return checkpoint;
  }

  long every() {
    UsageException.unlessPositive("--every", every);
    return every;
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> load() {
    return load;
  }

  Optional<Path> save() {
    return save;
  }

  Optional<Path> figure() {
    return figure;
  }

  long seed() {
    return seed;
  }

  boolean json() {
    return json;
  }

  /// How the table is to be read.
  TimeSeriesOptions reading() {
    TimeSeriesOptions options =
        TimeSeriesOptions.guessing()
            .in(zoneId())
            .withDates(order())
            .withTime(time)
            .withValues(values.toArray(String[]::new));
    return grows() ? options.thatGrows() : options;
  }

  private ZoneId zoneId() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException _) {
      throw new UsageException("--zone must be a zone such as Europe/Berlin, was " + zone);
    }
  }

  private DateOrder order() {
    return switch (dates) {
      case "" -> DateOrder.YEAR_FIRST;
      case "day-first" -> DateOrder.DAY_FIRST;
      case "month-first" -> DateOrder.MONTH_FIRST;
      default -> throw new UsageException("--dates must be day-first or month-first, was " + dates);
    };
  }
}
