// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.draw.FigureJson;
import engram.lab.draw.FigureSvg;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Results;
import engram.lab.parameter.Parameters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every study must keep, whoever wrote it: asked of each experiment at smoke.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StudiesTest {
  private static final int REPLICATES = 2;

  private final Map<String, Results> measured = new HashMap<>();

  static List<Studies.Owned> experiments() {
    return Studies.experiments();
  }

  static List<Study> studies() {
    return Studies.all();
  }

  @Test
  void papersDiffer() {
    Set<String> slugs = new HashSet<>();
    Set<Integer> numbers = new HashSet<>();
    assertFalse(studies().isEmpty(), "no study on the class path");
    for (Study study : studies()) {
      assertTrue(slugs.add(study.paper().slug()), study.paper().slug() + " twice");
      assertTrue(numbers.add(study.paper().number()), study.paper().number() + " twice");
    }
  }

  /// An experiment may bear the name of a claim of its own: who asks for that name then means the
  /// claim, and the same experiment is run.
  @ParameterizedTest
  @MethodSource("studies")
  void namesAreUniqueInAStudy(Study study) {
    Map<String, String> claims = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Experiment<?> experiment : study.experiments()) {
      assertTrue(names.add(experiment.id()), experiment.id() + " twice");
      assertTrue(experiment.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), experiment.id());
      for (Claim claim : experiment.claims()) {
        assertNull(claims.put(claim.id(), experiment.id()), claim.id() + " twice");
      }
    }
    for (String name : names) {
      assertEquals(name, claims.getOrDefault(name, name), name + " is another experiment's claim");
    }
  }

  @ParameterizedTest
  @MethodSource("studies")
  void paperSaysWhatWasReadAndWhatIsNotShown(Study study) {
    Paper paper = study.paper();
    assertFalse(paper.citation().title().isBlank(), "title");
    assertFalse(paper.citation().authors().isBlank(), "authors");
    assertFalse(paper.read().isBlank(), "read");
    assertFalse(paper.limits().isEmpty(), "limits");
    assertTrue(paper.number() > 0, "number");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void claimsSayWhatTheyAreAndCouldBeExplainedAway(Studies.Owned owned) {
    assertFalse(owned.experiment().claims().isEmpty(), "claims");
    for (Claim claim : owned.experiment().claims()) {
      assertFalse(claim.says().isBlank(), claim.id());
      assertFalse(claim.expected().isBlank(), claim.id());
      assertFalse(claim.controls().isEmpty(), claim.id());
      Set<String> names = new HashSet<>();
      for (Control control : claim.controls()) {
        assertTrue(names.add(control.name()), claim.id() + ": " + control.name() + " twice");
        assertFalse(
            control.line().equals(claim.line()),
            claim.id() + ": control " + control.name() + " must be no copy of the claim's line");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void parametersAreDescribed(Studies.Owned owned) {
    for (Parameters.Description d : Parameters.describe(owned.experiment().parameters())) {
      assertFalse(d.param().doc().isBlank(), d.name());
      assertFalse(d.param().unit().isBlank(), d.name());
    }
    Studies.smokeParameters(owned.experiment());
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void parametersSurviveText(Studies.Owned owned) {
    for (Scale scale : Scale.values()) {
      owned.experiment().at(scale).ifPresent(StudiesTest::returnsFromText);
    }
  }

  private static <P extends Record> void returnsFromText(P parameters) {
    assertEquals(parameters, Parameters.with(parameters, Parameters.values(parameters)));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void needsAreSaidBefore(Studies.Owned owned) {
    for (Scale scale : Scale.values()) {
      owned.experiment().at(scale).ifPresent(_ -> needs(owned.experiment(), scale));
    }
  }

  private static <P extends Record> void needs(Experiment<P> experiment, Scale scale) {
    Needs needs = experiment.needs(experiment.at(scale).orElseThrow());
    needs.dataSets().forEach(set -> assertEquals(set, Studies.data().named(set).name()));
    assertTrue(needs.cpuSeconds() > 0, scale + ": cpuSeconds");
    assertTrue(needs.memoryBytes() > 0, scale + ": memoryBytes");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void everyKeyOfEveryLineIsWritten(Studies.Owned owned) {
    Results results = measured(owned);
    for (Claim claim : owned.experiment().claims()) {
      Studies.lines(claim).forEach(line -> isWritten(claim, line, results));
    }
  }

  private static void isWritten(Claim claim, PassLine line, Results results) {
    for (At key : Studies.keys(line)) {
      for (int i = 0; i < results.count(); i++) {
        String where = claim.id() + ": " + key + " in replicate " + i;
        if (!results.divergence(i, key).isEmpty()) {
          continue;
        }
        if (line instanceof PassLine.Rising) {
          List<Entry.Point> points = results.series(i, key);
          assertTrue(points.size() >= 3, where + " must have 3 points, had " + points.size());
          points.forEach(p -> assertTrue(Double.isFinite(p.y()), where));
        } else {
          assertTrue(results.value(i, key).isPresent(), where + " must be written, was not");
          assertTrue(Double.isFinite(results.value(i, key).orElseThrow()), where);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void figuresAreDrawnFromWhatIsStored(Studies.Owned owned) {
    Results results = measured(owned);
    Set<String> ids = new HashSet<>();
    for (Figure figure : owned.experiment().figures(results)) {
      assertTrue(ids.add(figure.id()), figure.id() + " twice");
      assertTrue(FigureJson.of(figure).startsWith("{\"id\":\"" + figure.id() + "\""), figure.id());
      String svg = FigureSvg.file(figure);
      assertTrue(svg.contains("<svg") && svg.strip().endsWith("</svg>"), figure.id());
      assertFalse(svg.contains("NaN") || svg.contains("Infinity"), figure.id());
    }
  }

  /// The same seed gives the same bits: a second run in the same process finds no state left by the
  /// first.
  @ParameterizedTest
  @MethodSource("experiments")
  void secondRunMeasuresTheSame(Studies.Owned owned) {
    Results again = Studies.smoke(owned.slug(), owned.experiment(), UnaryOperator.identity(), 1);
    assertEquals(
        measured(owned).replicates().getFirst().digest(), again.replicates().getFirst().digest());
  }

  /// Runs an experiment once for all tests of this class.
  private Results measured(Studies.Owned owned) {
    Results known = measured.get(owned.id());
    if (known != null) {
      return known;
    }
    Results results =
        Studies.smoke(owned.slug(), owned.experiment(), UnaryOperator.identity(), REPLICATES);
    measured.put(owned.id(), results);
    return results;
  }
}
