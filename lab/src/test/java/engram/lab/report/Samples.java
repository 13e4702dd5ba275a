// SPDX-License-Identifier: Apache-2.0
package engram.lab.report;

import engram.lab.Paper;
import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.draw.SampleFigures;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Content of every kind for tests of the report: each verdict, awkward values.
final class Samples {
  static final Measure ACCURACY = Measure.of("accuracy", "share of test images named rightly");
  static final Measure RATE = Measure.of("false-positive-rate", "share of random patterns matched");

  private Samples() {}

  static Paper paper() {
    return new Paper(
        "sample-system",
        99,
        new Paper.Citation(
            "How a sparse code survives noise: a sample system for the report",
            "Example & Muster",
            2024,
            "2401.00001"),
        Known.ABSTRACT,
        "The abstract; the equations are derived again in the package's documentation.",
        List.of(
            new Paper.Difference("dimension n", "2048", "512", "minutes instead of hours"),
            new Paper.Difference("images", "MNIST, 28 x 28", "UCI digits, 8 x 8", "built in")),
        List.of(
            "That the same holds for images larger than 8 x 8.",
            "Anything about cortex: the neurons are points."));
  }

  static Claim claim(String id, String says, PassLine line, Control control) {
    return Claim.named(id)
        .says(says)
        .published("error below 5 %", "fig. 3", Known.READ)
        .expected("accuracy 0.93 to 0.96, from the specification's independent code")
        .passes(line, Origin.OURS)
        .evidence(Evidence.DIRECTION)
        .control(control)
        .build();
  }

  static Verdict verdict(
      Claim claim,
      Outcome outcome,
      Optional<Interval> found,
      Outcome control,
      Optional<Interval> beside,
      int more,
      String note) {
    int n = found.isPresent() ? 8 : 0;
    Control c = claim.controls().getFirst();
    return new Verdict(
        claim,
        outcome,
        List.of(new Finding(claim.line(), outcome, found, n, 0, "")),
        List.of(
            new Verdict.ControlFinding(
                c, control, List.of(new Finding(c.line(), control, beside, n, 1, "")))),
        more,
        note);
  }

  static List<Verdict> verdicts(String arm) {
    At trained = ACCURACY.in(arm);
    At rival = ACCURACY.in("nearest class mean");
    PassLine high = PassLine.atLeast(trained, 0.9);
    Control mean = Control.rival("nearest class mean", PassLine.gain(trained, rival, 0.02));
    Control untrained =
        Control.ablation("untrained net", PassLine.atMost(ACCURACY.in("untrained"), 0.6));
    At rate = RATE.in("n = 512");
    return List.of(
        verdict(
            claim("learns", "The rule learns to name digits without a label.", high, untrained),
            Outcome.HOLDS,
            Optional.of(new Interval(0.931, 0.942, 0.953)),
            Outcome.HOLDS,
            Optional.of(new Interval(0.31, 0.36, 0.41)),
            0,
            ""),
        verdict(
            claim("beats-means", "Sparse codes name digits better than dense ones.", high, mean),
            Outcome.HOLDS,
            Optional.of(new Interval(0.921, 0.930, 0.939)),
            Outcome.FAILS,
            Optional.of(new Interval(-0.004, 0.003, 0.010)),
            0,
            ""),
        verdict(
            claim(
                "false-positive-law",
                "The closed form gives the rate of false matches.",
                PassLine.near(rate, 1e-5, 2e-6),
                Control.nothing("uniform guess", PassLine.atLeast(RATE.in("guess"), 1e-3))),
            Outcome.FAILS,
            Optional.of(new Interval(2.11e-5, 2.34e-5, 2.57e-5)),
            Outcome.HOLDS,
            Optional.of(new Interval(0.0121, 0.0133, 0.0145)),
            0,
            "The simulation counts ties as matches; the closed form does not."),
        verdict(
            claim(
                "rises", "More synapses make it more robust.", PassLine.rising(trained, 0.5), mean),
            Outcome.UNDECIDED,
            Optional.of(new Interval(0.38, 0.56, 0.71)),
            Outcome.UNDECIDED,
            Optional.of(new Interval(0.01, 0.04, 0.07)),
            14,
            "about 14 more replicates"),
        verdict(
            claim("mnist", "The same holds on handwritten digits of full size.", high, untrained),
            Outcome.NOT_TESTED,
            Optional.empty(),
            Outcome.NOT_TESTED,
            Optional.empty(),
            0,
            "Data set mnist is missing: engram data path mnist."));
  }

  static Results results(String arm) {
    List<Replicate> replicates = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Entry> entries = new ArrayList<>();
      entries.add(new Entry.Value(ACCURACY.in(arm), 0.94 + i / 1000.0));
      entries.add(
          i == 3
              ? new Entry.Diverged(ACCURACY.in("untrained"), "step 12, 1e300")
              : new Entry.Value(ACCURACY.in("untrained"), 0.3 + i / 97.0));
      for (int k = 0; k < 5; k++) {
        entries.add(new Entry.Point(RATE.in("n = 512"), k, Math.pow(10, -k)));
      }
      entries.add(new Entry.Row("errors", Collections.singletonMap("digit", (long) i)));
      replicates.add(new Replicate(i, entries));
    }
    return new Results(replicates);
  }

  static ReportContent content(String arm, String title) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("width", "512");
    parameters.put("thresholds", "10,20,30");
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("command", "./engram check sample-system --seed 42");
    provenance.put("seed", "42");
    provenance.put("scale", "small");
    provenance.put("digest", "sha256:0123456789abcdef");
    provenance.put("JDK", "25.0.3");
    return new ReportContent(
        title,
        List.of(
            new ReportContent.Section(
                paper(),
                "robustness",
                Scale.SMALL,
                parameters,
                results(arm),
                verdicts(arm),
                SampleFigures.all(arm))),
        provenance,
        List.of(
            new ReportContent.Place(
                "eq. 4",
                "SdrMath",
                "core/src/main/java/engram/sequence/sdr/SdrMath.java:31",
                "SdrMathTest",
                "core/src/test/java/engram/sequence/sdr/SdrMathTest.java:18")));
  }
}
