// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Outcome;
import engram.lab.claim.PassLine;
import engram.lab.claim.Scale;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gives verdicts: a pure function of a claim and stored measurements.
///
/// Every line but `Same` is decided by the 95 % interval of a mean (Student) or of a share (Clopper
/// and Pearson) over replicates: inside the pass region it holds, outside it fails, across the
/// border it is undecided. One value decides a claim that is declared deterministic. What the rules
/// are worth, measured, stands in `docs/judge.md`.
///
/// References: see the package.
public final class Judge {
  private Judge() {}

  /// The verdict on a claim.
  ///
  /// @param scale the scale at which the results were made; below the claim's least nothing is
  ///   decided
  /// @throws IllegalStateException if no replicate wrote, or diverged on, a key that the claim or a
  ///   control names: a defect of the experiment
  public static Verdict judge(Claim claim, Results results, Scale scale) {
    Verdict verdict = judgeAtAnyScale(claim, results);
    if (results.count() == 0 || scale.compareTo(claim.leastScale()) >= 0) {
      return verdict;
    }
    String note =
        "decided from scale "
            + Wording.lowerCase(claim.leastScale())
            + " on, was run at "
            + Wording.lowerCase(scale);
    return notTested(claim, verdict, note);
  }

  /// The verdict that the results would give if their scale decided: for tests that take the
  /// mechanism out.
  ///
  /// @throws IllegalStateException as [#judge] does
  public static Verdict judgeAtAnyScale(Claim claim, Results results) {
    if (results.count() == 0) {
      return new Verdict(claim, Outcome.NOT_TESTED, List.of(), List.of(), 0, "not run");
    }
    Part line = Part.of(claim, results, claim.line());
    List<Verdict.ControlFinding> controls = new ArrayList<>();
    List<Part> open = new ArrayList<>();
    List<String> notRuledOut = new ArrayList<>();
    boolean explained = false;
    for (Control control : claim.controls()) {
      Part part = Part.of(claim, results, control.line());
      controls.add(new Verdict.ControlFinding(control, part.outcome(), part.findings()));
      explained |= part.outcome() == Outcome.FAILS;
      if (part.outcome() == Outcome.UNDECIDED) {
        open.add(part);
        notRuledOut.add(control.name());
      }
    }
    boolean waits = line.outcome() == Outcome.HOLDS && !explained && !open.isEmpty();
    Outcome outcome = waits ? Outcome.UNDECIDED : line.outcome();
    String note =
        waits
            ? "its line holds, but not ruled out yet: " + String.join(", ", notRuledOut)
            : line.note();
    int more = outcome == Outcome.UNDECIDED ? (waits ? Part.more(open) : line.more()) : 0;
    return new Verdict(claim, outcome, line.findings(), controls, more, note);
  }

  private static Verdict notTested(Claim claim, Verdict verdict, String note) {
    return new Verdict(
        claim,
        Outcome.NOT_TESTED,
        undo(verdict.findings()),
        verdict.controls().stream()
            .map(c ->
                new Verdict.ControlFinding(c.control(), Outcome.NOT_TESTED, undo(c.findings())))
            .toList(),
        0,
        note);
  }

  private static List<Finding> undo(List<Finding> findings) {
    return findings.stream()
        .map(f ->
            new Finding(
                f.line(), Outcome.NOT_TESTED, f.interval(), f.replicates(), f.diverged(), f.note()))
        .toList();
  }

  /// What a pass line came to, over all its simple parts.
  private record Part(Outcome outcome, List<Finding> findings, int more, String note) {
    static Part of(Claim claim, Results results, PassLine line) {
      boolean deterministic = claim.replicates() == 1;
      List<Ruling> rulings = new ArrayList<>();
      int missing = 0;
      boolean refuted = false;
      for (PassLine simple : simple(line).toList()) {
        Sample sample = Sample.of(claim.id(), results, simple);
        Ruling ruling = Ruling.on(simple, sample, deterministic);
        rulings.add(ruling);
        missing = Math.max(missing, claim.replicates() - sample.finished());
        refuted |= simple instanceof PassLine.Same && ruling.finding().outcome() == Outcome.FAILS;
      }
      List<Finding> findings = rulings.stream().map(Ruling::finding).toList();
      Outcome outcome = conjunction(findings);
      // One counterexample refutes what must be the same in every replicate; nothing else is
      // decided early, in either direction, for looking early is how one finds what one wants.
      if (missing > 0 && !refuted) {
        String note = missing + " of " + claim.replicates() + " replicates missing";
        return new Part(
            Outcome.UNDECIDED, findings, Math.max(missing, more(rulings.stream())), note);
      }
      int more = outcome == Outcome.UNDECIDED ? more(rulings.stream()) : 0;
      return new Part(outcome, findings, more, note(outcome, findings, more));
    }

    /// The most that any of them needs; 0 if one of them cannot be helped.
    static int more(List<Part> parts) {
      return parts.stream().anyMatch(p -> p.more() == 0)
          ? 0
          : parts.stream().mapToInt(Part::more).max().orElse(0);
    }

    private static int more(Stream<Ruling> rulings) {
      List<Ruling> open = rulings.filter(r -> r.finding().outcome() == Outcome.UNDECIDED).toList();
      return open.stream().anyMatch(r -> r.more() == 0)
          ? 0
          : open.stream().mapToInt(Ruling::more).max().orElse(0);
    }

    private static Stream<PassLine> simple(PassLine line) {
      return line instanceof PassLine.All(var parts)
          ? parts.stream().flatMap(Part::simple)
          : Stream.of(line);
    }

    private static Outcome conjunction(List<Finding> findings) {
      if (findings.stream().anyMatch(f -> f.outcome() == Outcome.FAILS)) {
        return Outcome.FAILS;
      }
      return findings.stream().allMatch(f -> f.outcome() == Outcome.HOLDS)
          ? Outcome.HOLDS
          : Outcome.UNDECIDED;
    }

    private static String note(Outcome outcome, List<Finding> findings, int more) {
      if (outcome == Outcome.UNDECIDED && more > 0) {
        return "about " + more + " more replicates";
      }
      return findings.stream()
          .filter(f -> f.outcome() == outcome && !f.note().isEmpty())
          .map(Finding::note)
          .findFirst()
          .orElse(outcome == Outcome.UNDECIDED ? "sits on the border of its line" : "");
    }
  }
}
