// SPDX-License-Identifier: Apache-2.0
package engram.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of a person's own claim, right and wrong.
final class OwnFile {
  private static final String WHOLE =
      """
      import engram.lab.*;
      import engram.lab.claim.*;
      import engram.lab.measure.*;
      import engram.lab.parameter.Param;
      import java.util.*;

      public class NAME implements Experiment<NAME.P> {
        public record P(@Param(doc = "chance of heads", min = 0, max = 1) double bias) {}
        static final Measure HEADS = Measure.of("heads", "share of heads");

        public String id() { return "coin"; }
        public Class<P> parameters() { return P.class; }
        public Optional<P> at(Scale scale) { return Optional.of(new P(0.8)); }
        public Needs needs(P p) { return Needs.cpuSeconds(0.01); }
        public P sabotaged(P p) { return new P(0.5); }
        public List<Claim> claims() {
          return List.of(Claim.named("coin-is-biased").says("The coin is biased.").expected("0.8")
              .passes(PassLine.atLeast(HEADS.in("coin"), 0.6), Origin.OURS)
              CLAIM.build());
        }
        public void run(P p, Trial trial) {
          trial.out().value(HEADS.in("fair"), share(0.5, trial, "fair"));
          RUN
        }
        static double share(double bias, Trial trial, String name) {
          var random = trial.seeds().stream(name);
          int heads = 0;
          for (int i = 0; i < 500; i++) { if (random.nextDouble() < bias) { heads++; } }
          return heads / 500.0;
        }
      }
      """;
  static final String CONTROL =
      ".control(Control.nothing(\"fair coin\", PassLine.atMost(HEADS.in(\"fair\"), 0.55)))";
  static final String COIN =
      "trial.out().value(HEADS.in(\"coin\"), share(p.bias(), trial, \"coin\"));";

  private OwnFile() {}

  /// A coin with its control.
  static Path good(Path folder) {
    return write(folder, "Coin", CONTROL, COIN);
  }

  /// A file with parts of the test's own.
  ///
  /// @param claim what follows the claim's pass line
  /// @param run how a replicate ends
  static Path write(Path folder, String name, String claim, String run) {
    return text(
        folder, name, WHOLE.replace("NAME", name).replace("CLAIM", claim).replace("RUN", run));
  }

  static Path text(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name + ".java"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
