// SPDX-License-Identifier: Apache-2.0
package engram.lab.judge;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Known;
import engram.lab.claim.Scale;
import java.util.List;
import java.util.Optional;

/// A study with one experiment that declares the given claims and measures nothing.
record LabStudy(String slug, List<Claim> claims) implements Study {
  record Nothing() {}

  @Override
  public Paper paper() {
    return new Paper(
        slug,
        1,
        new Paper.Citation("A test", "Nobody", 2026, ""),
        Known.NOT_STATED,
        "nothing",
        List.of(),
        List.of());
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new Declaring(claims));
  }

  private record Declaring(List<Claim> claims) implements Experiment<Nothing> {
    @Override
    public String id() {
      return "declaring";
    }

    @Override
    public Class<Nothing> parameters() {
      return Nothing.class;
    }

    @Override
    public Optional<Nothing> at(Scale scale) {
      return Optional.of(new Nothing());
    }

    @Override
    public Needs needs(Nothing p) {
      return Needs.cpuSeconds(0);
    }

    @Override
    public void run(Nothing p, Trial trial) {}

    @Override
    public Nothing sabotaged(Nothing p) {
      return p;
    }
  }
}
