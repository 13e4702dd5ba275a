// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.judge.ClaimsLock.Line;
import engram.lab.judge.ClaimsLock.Problem;
import java.time.LocalDate;

/// Says what is wrong with the lock, with the exact lines that set it right.
final class LockProblems {
  private static final String ADD_LINE = "\n  add to papers/claims.lock:\n    ";

  private LockProblems() {}

  static Problem missing(Line add) {
    return new Problem(
        add.claim(),
        Problem.Kind.MISSING,
        "claim " + add.claim() + " must be frozen before its first run, was not;" + ADD_LINE + add);
  }

  static Problem changed(Line frozen, Line add, boolean allowed) {
    String explain =
        allowed ? "" : "\n  put it back, or" + entry(frozen, add.digest(), add.date()) + "\n  and";
    return new Problem(
        add.claim(),
        Problem.Kind.CHANGED,
        "claim "
            + add.claim()
            + " must be as it was "
            + frozen.event()
            + " on "
            + frozen.date()
            + ", was changed;"
            + explain
            + ADD_LINE
            + add);
  }

  static Problem stale(Line frozen, LocalDate today) {
    return new Problem(
        frozen.claim(),
        Problem.Kind.STALE,
        "claim "
            + frozen.claim()
            + " must not disappear once "
            + frozen.event()
            + ", was in no study;\n  put it back, or"
            + entry(frozen, Amendments.WITHDRAWN, today));
  }

  static Problem unexplained(Line before, Line after) {
    return new Problem(
        after.claim(),
        Problem.Kind.UNEXPLAINED,
        "change of claim "
            + after.claim()
            + " on "
            + after.date()
            + " must be explained, was not;\n "
            + entry(before, after.digest(), after.date()));
  }

  private static String entry(Line before, String after, LocalDate date) {
    return " add to docs/amendments.md:\n    ## "
        + date
        + " "
        + before.claim()
        + "\n    - before: "
        + before.digest()
        + "\n    - after: "
        + after
        + "\n    - why: (the reason)\n    - results seen by: (who had seen which results)";
  }
}
