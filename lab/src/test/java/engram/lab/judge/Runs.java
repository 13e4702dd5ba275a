// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.lab.measure.Recorder;
import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import java.util.ArrayList;
import java.util.List;

/// Makes results by hand: replicate by replicate, value by value.
final class Runs {
  static final Measure SCORE = Measure.of("score", "what is judged");

  /// What every control looks at unless a test wants otherwise: always 0, as it must be.
  static final At CONTROL = SCORE.in("control");

  private final List<Replicate> replicates = new ArrayList<>();

  /// Writes one replicate.
  interface Body {
    void write(Recorder out);
  }

  Runs add(Body body) {
    List<Entry> entries = new ArrayList<>();
    Recorder out = new Recorder(entries::add);
    out.value(CONTROL, 0);
    body.write(out);
    replicates.add(new Replicate(replicates.size(), entries));
    return this;
  }

  Results results() {
    return new Results(replicates);
  }

  /// One value a replicate under one key; NaN stands for a replicate that diverged.
  static Results of(At key, double... values) {
    Runs runs = new Runs();
    for (double value : values) {
      runs.add(out -> put(out, key, value));
    }
    return runs.results();
  }

  static void put(Recorder out, At key, double value) {
    if (Double.isNaN(value)) {
      out.diverged(key, "step 3, value infinite");
    } else {
      out.value(key, value);
    }
  }

  /// A claim with a control that is always ruled out.
  static Claim claim(PassLine line, int replicates) {
    return claim(line, replicates, Control.nothing("nothing", PassLine.same(CONTROL, CONTROL, 0)));
  }

  static Claim claim(PassLine line, int replicates, Control... controls) {
    Claim.Builder builder =
        Claim.named("claim")
            .says("It is so.")
            .expected("so")
            .passes(line, Origin.OURS)
            .replicates(replicates);
    for (Control control : controls) {
      builder.control(control);
    }
    return builder.build();
  }
}
