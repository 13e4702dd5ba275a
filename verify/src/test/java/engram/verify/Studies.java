// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import engram.data.DataPlaces;
import engram.data.DataSets;
import engram.lab.Experiment;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.run.InMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Every study on the class path, and its experiments run small, for the tests that ask the same of
/// all.
final class Studies {
  static final long SEED = 42;

  private Studies() {}

  /// An experiment and whose it is.
  record Owned(Study study, Experiment<?> experiment) {
    String slug() {
      return study.paper().slug();
    }

    /// `sdr/random-inputs`.
    String id() {
      return slug() + "/" + experiment.id();
    }

    @Override
    public String toString() {
      return id();
    }
  }

  static List<Study> all() {
    return ServiceLoader.load(Study.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  static List<Owned> experiments() {
    List<Owned> owned = new ArrayList<>();
    for (Study study : all()) {
      study.experiments().forEach(e -> owned.add(new Owned(study, e)));
    }
    return owned;
  }

  /// The data sets of this machine, where the checkout's neighbours hold them.
  static DataSets data() {
    Path root = Repository.file("").toAbsolutePath().normalize();
    Path home = DataPlaces.home(System.getenv(), Path.of(System.getProperty("user.home")));
    return DataSets.known(
        DataPlaces.usual(Optional.empty(), System.getenv(), home, Optional.of(root)));
  }

  /// Runs replicates of an experiment at smoke, its parameters changed; skips the test by the name
  /// of the data set that this machine lacks, or where the experiment has no such scale.
  static <P extends Record> Results smoke(
      String slug, Experiment<P> experiment, UnaryOperator<P> change, int replicates) {
    P parameters = change.apply(smokeParameters(experiment));
    skipWithoutData(experiment.id(), experiment.needs(parameters).dataSets());
    DataSets data = data();
    return InMemory.run(slug, experiment, parameters, replicates, SEED, data::locate);
  }

  static <P extends Record> P smokeParameters(Experiment<P> experiment) {
    Optional<P> parameters = experiment.at(Scale.SMOKE);
    Assumptions.assumeTrue(
        parameters.isPresent(), () -> experiment.id() + " has no scale smoke: not asked");
    return parameters.orElseThrow();
  }

  private static void skipWithoutData(String experiment, Iterable<String> sets) {
    for (String set : sets) {
      Assumptions.assumeTrue(
          data().isPresent(set), () -> experiment + " needs data set " + set + ": not here");
    }
  }

  /// Every simple line of a claim and of its controls.
  static Stream<PassLine> lines(Claim claim) {
    return Stream.concat(Stream.of(claim.line()), claim.controls().stream().map(Control::line))
        .flatMap(Studies::simple);
  }

  private static Stream<PassLine> simple(PassLine line) {
    return line instanceof PassLine.All(var parts)
        ? parts.stream().flatMap(Studies::simple)
        : Stream.of(line);
  }

  /// The keys that a simple line reads.
  static List<At> keys(PassLine line) {
    return switch (line) {
      case PassLine.Between b -> List.of(b.of());
      case PassLine.Near n -> List.of(n.of());
      case PassLine.Gain g -> List.of(g.of(), g.over());
      case PassLine.Rising r -> List.of(r.series());
      case PassLine.Count c -> List.of(c.of());
      case PassLine.Same s -> List.of(s.left(), s.right());
      case PassLine.All a -> a.parts().stream().flatMap(p -> keys(p).stream()).toList();
    };
  }
}
