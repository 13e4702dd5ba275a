// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence that somebody could dispute, with the line on which it passes, declared before the
/// run.
///
/// ```java
/// Claim.named("weak-feature-learned")
///     .says("Above the stability threshold, SGD learns the weak feature.")
///     .published("test error near 0", "abstract", Known.ABSTRACT)
///     .expected("accuracy 1.00 at k = 1.2, from the spec's independent code")
///     .passes(PassLine.atLeast(ACCURACY.in("large step"), 0.95), Origin.OURS)
///     .evidence(Evidence.DIRECTION)
///     .control(Control.rival("small step", PassLine.atMost(ACCURACY.in("small step"), 0.62)))
///     .build();
/// ```
///
/// @param id unique in its paper, cited, therefore permanent
/// @param says the sentence
/// @param published what was published
/// @param expected what we expected before the first run, and why
/// @param line when it passes
/// @param lineFrom whose line that is
/// @param evidence what a pass is evidence of
/// @param replicates how many replicates decide; 1 only for what is deterministic
/// @param leastScale below this scale it is not tested
/// @param controls what could explain it away; never empty
public record Claim(
    String id,
    String says,
    Published published,
    String expected,
    PassLine line,
    Origin lineFrom,
    Evidence evidence,
    int replicates,
    Scale leastScale,
    List<Control> controls) {
  /// Replicates that decide where nothing else is said.
  public static final int USUAL_REPLICATES = 8;

  /// Checks everything that can be checked without a run.
  public Claim {
    controls = List.copyOf(controls);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id of a claim must be lower case words joined by hyphens, was '" + id + "'");
    }
    if (says.isBlank()) {
      throw new IllegalArgumentException("claim " + id + " must say something, was blank");
    }
    if (controls.isEmpty()) {
      throw new IllegalArgumentException("claim " + id + " must have a control, was without");
    }
    if (replicates != 1 && replicates < 5) {
      throw new IllegalArgumentException(
          "replicates of claim "
              + id
              + " must be 8 or more, 5 where one costs over a minute, 1 where it is deterministic, was "
              + replicates);
    }
  }

  /// Begins a claim.
  public static Builder named(String id) {
    return new Builder(id);
  }

  /// Collects the parts of a claim; what has no usual value must be given.
  public static final class Builder {
    private final String id;
    private final List<Control> controls = new ArrayList<>();
    private String says = "";
    private Published published = Published.NOTHING;
    private String expected = "";
    private @Nullable PassLine line;
    private Origin lineFrom = Origin.OURS;
    private Evidence evidence = Evidence.DIRECTION;
    private int replicates = USUAL_REPLICATES;
    private Scale leastScale = Scale.SMALL;

    private Builder(String id) {
      this.id = id;
    }

    /// The sentence.
    public Builder says(String sentence) {
      says = sentence;
      return this;
    }

    /// What was published; left out where nothing is stated.
    public Builder published(String figure, String where, Known known) {
      published = new Published(figure, where, known);
      return this;
    }

    /// What we expected before the first run, and why.
    public Builder expected(String expectation) {
      expected = expectation;
      return this;
    }

    /// When it passes, and whose line that is.
    public Builder passes(PassLine passLine, Origin from) {
      line = passLine;
      lineFrom = from;
      return this;
    }

    /// What a pass is evidence of.
    public Builder evidence(Evidence kind) {
      evidence = kind;
      return this;
    }

    /// How many replicates decide, where it is not the usual 8.
    public Builder replicates(int count) {
      replicates = count;
      return this;
    }

    /// Every measure of the claim is a function of the parameters: one replicate decides.
    public Builder deterministic() {
      return replicates(1);
    }

    /// The least scale that decides, where it is not small.
    public Builder leastScale(Scale scale) {
      leastScale = scale;
      return this;
    }

    /// Adds what could explain it away.
    public Builder control(Control control) {
      controls.add(control);
      return this;
    }

    /// The claim.
    public Claim build() {
      if (line == null) {
        throw new IllegalStateException("claim " + id + " must have a pass line, was without");
      }
      if (expected.isBlank()) {
        throw new IllegalStateException(
            "claim " + id + " must say what was expected before the run, was without");
      }
      return new Claim(
          id,
          says,
          published,
          expected,
          line,
          lineFrom,
          evidence,
          replicates,
          leastScale,
          controls);
    }
  }
}
