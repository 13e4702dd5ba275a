// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.cli.words.UsageException;
import engram.signal.spike.stream.Survey;
import engram.signal.spike.stream.Window;
import engram.signal.spike.text.SpikeFile;
import engram.signal.spike.text.SpikeFormat;
import engram.signal.spike.text.SpikeFormat.Columns;
import engram.signal.spike.text.SpikeFormat.Unit;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What `engram use spikes` asks of a person.
final class SpikeOptions {
  /// Bytes that a neuron takes at most, with its place in the figures and in the tables.
  private static final long BYTES_A_NEURON = 400;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a line a spike: time and id; plain or gzip")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "another recording of the same neurons, to be compared with FILE")
  private Optional<Path> other = Optional.empty();

  @Option(
      names = "--columns",
      paramLabel = "ORDER",
      description = "time,id or id,time (as the line of names says, else time,id)")
  private String columns = "";

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "of the times in the files: ms or s (default ms)")
  private String unit = "ms";

  @Option(names = "--from", paramLabel = "MS", description = "leave out what came before (0)")
  private double from;

  @Option(
      names = "--to",
      paramLabel = "MS",
      description = "leave out what came later (default: the last spike)")
  private double to = Double.POSITIVE_INFINITY;

  @Option(
      names = "--bin",
      paramLabel = "MS",
      description = "bins for Fano factors, correlations and synchrony (default 10)")
  private double bin = 10;

  @Option(
      names = "--avalanche-bin",
      paramLabel = "MS",
      description = "bins for avalanches (default: the mean time between two spikes)")
  private double avalancheBin;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "neurons that are drawn for correlations of pairs (default 200)")
  private int pairs = 200;

  @Option(names = "--seed", paramLabel = "N", description = "of that draw (default 42)")
  private long seed = 42;

  @Option(
      names = "--tau",
      paramLabel = "MS",
      description = "time constant of van Rossum's distance (default 10)")
  private double tau = 10;

  @Option(
      names = "--cost",
      paramLabel = "Q",
      description = "cost of moving a spike by 1 ms in Victor and Purpura's (default 0.1)")
  private double cost = 0.1;

  @Option(
      names = "--tolerance",
      paramLabel = "MS",
      description = "how near two spikes must be to coincide (default 2)")
  private double tolerance = 2;

  @Option(
      names = "--allow-silent",
      description = "a neuron that is in one file alone was silent in the other")
  private boolean allowSilent;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "write a row a neuron here")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--figure",
      paramLabel = "FILE.svg",
      description = "draw raster, population rate, intervals and avalanches of FILE")
  private Optional<Path> figure = Optional.empty();

  @Option(names = "--json", description = "one document, and nothing else on standard output")
  private boolean json;

  SpikeFile file() {
    if (file.toString().equals("-")) {
      throw new UsageException("FILE must be a file, since it is read twice, was standard input");
    }
    return new SpikeFile(file, format());
  }

  Optional<SpikeFile> other() {
    return other.map(path -> new SpikeFile(path, format()));
  }

  private SpikeFormat format() {
    Columns order =
        switch (columns.replace(" ", "")) {
          case "" -> Columns.BY_NAME;
          case "time,id" -> Columns.TIME_ID;
          case "id,time" -> Columns.ID_TIME;
          default ->
              throw new UsageException("--columns must be time,id or id,time, was " + columns);
        };
    return switch (unit) {
      case "ms" -> new SpikeFormat(order, Unit.MS);
      case "s" -> new SpikeFormat(order, Unit.S);
      default -> throw new UsageException("--unit must be ms or s, was " + unit);
    };
  }

  /// How a recording is looked at, with as many neurons as memory has room for.
  Survey survey(long mostBytes) {
    int mostNeurons = Math.clamp(mostBytes / BYTES_A_NEURON, 1, 1 << 28);
    return UsageException.unlessRefused(
        () -> new Survey(new Window(from, to), bin, avalancheBin, pairs, mostNeurons, seed));
  }

  Apart.Scales scales() {
    return UsageException.unlessRefused(() -> new Apart.Scales(tau, cost, tolerance));
  }

  boolean allowSilent() {
    return allowSilent;
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> figure() {
    return figure;
  }

  boolean json() {
    return json;
  }
}
