// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.spikes;

import engram.cli.run.Documents;
import engram.cli.run.Surroundings;
import engram.error.MachineCannotException;
import engram.error.RunFolderException;
import engram.signal.spike.stream.NeuronSink;
import engram.signal.spike.stream.Portrait;
import engram.signal.spike.stream.SpikeSource;
import engram.signal.spike.stream.Survey;
import engram.signal.spike.stream.TrainCollector;
import engram.signal.spike.stream.Window;
import engram.signal.spike.text.SpikeFile;
import engram.stats.Moments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `engram use spikes`: what a recording of spikes says, and how far two are apart.
@Command(
    name = "spikes",
    mixinStandardHelpOptions = true,
    description = {
      "Says what a file of spikes holds: rates, intervals, regularity, correlations, synchrony,"
          + " avalanches.",
      "With OTHER it says how far both are apart, neuron by neuron: van Rossum, Victor-Purpura, ISI"
          + " and SPIKE distance, coincidences.",
      "A file has a line a spike, its time and the id of its neuron, separated by blanks, tabs or a"
          + " comma; lines that begin with # or %% are comments. It is read as a stream, twice; where"
          + " times go back in it, it is sorted in memory."
    })
public final class SpikesTool implements Callable<Integer> {
  private static final double LIKELY_HZ = 1000;

  @Mixin private final SpikeOptions options = new SpikeOptions();

  private final Surroundings around;

  /// @param around where to print
  public SpikesTool(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    long mostBytes = Runtime.getRuntime().maxMemory() / 2;
    Survey survey = options.survey(mostBytes);
    Apart.Scales scales = options.scales();
    Recording recording = Recording.open(shown(options.file()), survey, mostBytes, around::note);
    Optional<SpikeFile> other = options.other();
    if (other.isPresent()) {
      compare(recording, other.get(), survey, scales);
    } else {
      portray(recording, survey);
    }
    return 0;
  }

  private SpikeSource shown(SpikeFile file) {
    return new ShownReading(file, around);
  }

  private void portray(Recording recording, Survey survey) {
    double durationMs = survey.durationMs(recording.source(), recording.first().reading());
    RasterSample sample = SpikePictures.sample(survey, recording.first(), durationMs);
    NeuronSink[] more =
        options.figure().isPresent() ? new NeuronSink[] {sample} : new NeuronSink[0];
    Portrait portrait = survey.second(recording.source(), recording.first(), more);
    String name = String.valueOf(Path.of(recording.source().name()).getFileName());
    PortraitText text = new PortraitText(name, portrait);
    if (options.json()) {
      around.out().println(Documents.text(text.document()));
    } else {
      text.lines().forEach(around.out()::println);
    }
    double rateHz = 1000.0 * portrait.neurons().total() / portrait.neurons().count() / durationMs;
    if (rateHz > LIKELY_HZ) {
      around.note(
          "a mean rate of "
              + PortraitText.number(rateHz)
              + " Hz is much: if the file's times are in seconds, say --unit s");
    }
    options.out().ifPresent(file -> write(file, text.rows()));
    options.figure().ifPresent(file -> write(file, SpikePictures.sheet(name, sample, portrait)));
  }

  private void compare(Recording first, SpikeFile file, Survey survey, Apart.Scales scales) {
    long mostBytes = Runtime.getRuntime().maxMemory() / 2;
    Recording second = Recording.open(shown(file), survey, mostBytes, around::note);
    requireMemory(first, second, mostBytes);
    double durationMs =
        Math.max(
            survey.durationMs(first.source(), first.first().reading()),
            survey.durationMs(second.source(), second.first().reading()));
    TrainCollector target = TrainCollector.of(first.source(), survey.mostNeurons());
    TrainCollector model = TrainCollector.of(second.source(), survey.mostNeurons());
    String targetName = first.source().name();
    String modelName = second.source().name();
    long[] ids = Apart.ids(targetName, first.ids(), modelName, second.ids(), options.allowSilent());
    Window window = survey.window();
    Apart apart =
        Apart.of(
            ids,
            target.trains(ids, window, durationMs),
            model.trains(ids, window, durationMs),
            scales);
    ApartText text = new ApartText(apart);
    if (options.json()) {
      Map<String, Object> document = Documents.of("spike distances");
      document.put("file", targetName);
      document.put("other", modelName);
      document.put("durationMs", durationMs);
      document.putAll(text.document());
      around.out().println(Documents.text(document));
    } else {
      around.out().println(head("FILE ", first, durationMs));
      around.out().println(head("OTHER", second, durationMs));
      text.lines().forEach(around.out()::println);
    }
    options.out().ifPresent(to -> write(to, text.rows()));
    options.figure().ifPresent(to -> draw(to, first, survey));
  }

  private void draw(Path to, Recording recording, Survey survey) {
    double durationMs = survey.durationMs(recording.source(), recording.first().reading());
    RasterSample sample = SpikePictures.sample(survey, recording.first(), durationMs);
    Portrait portrait = survey.second(recording.source(), recording.first(), sample);
    write(to, SpikePictures.sheet(recording.source().name(), sample, portrait));
  }

  private static String head(String role, Recording recording, double durationMs) {
    Moments rates = new Moments();
    int neurons = recording.first().index().count();
    for (int i = 0; i < neurons; i++) {
      rates.add(1000 * recording.first().census().spikes(i) / durationMs);
    }
    return String.format(
        Locale.ROOT,
        "%s %s: %,d spikes of %,d neurons in %s s, %s Hz",
        role,
        Path.of(recording.source().name()).getFileName(),
        recording.first().reading().spikes() - recording.first().reading().repeated(),
        neurons,
        PortraitText.number(durationMs / 1000),
        PortraitText.number(rates.mean()));
  }

  private static void requireMemory(Recording first, Recording second, long mostBytes) {
    long spikes = first.first().reading().spikes() + second.first().reading().spikes();
    long bytes = 32 * spikes;
    if (bytes > mostBytes) {
      throw new MachineCannotException(
          String.format(
              Locale.ROOT,
              "distances need all spikes in memory: %,d of both files take about %,d MB, there are"
                  + " %,d MB: cut with --from and --to, or ENGRAM_JAVA_OPTS=-Xmx%dm",
              spikes,
              Recording.megabytes(bytes),
              Recording.megabytes(mostBytes),
              2 * Recording.megabytes(bytes) + 64));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
