// SPDX-License-Identifier: Apache-2.0
package engram.paper.sdr;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Paper.Citation;
import engram.lab.Paper.Difference;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// Paper 32: sparse distributed representations and active dendrites.
@AutoService(Study.class)
public final class SdrStudy implements Study {
  /// For the service loader.
  public SdrStudy() {}

  @Override
  public Paper paper() {
    return new Paper(
        "sdr",
        32,
        new Citation(
            "How do neurons operate on sparse distributed representations? A mathematical theory of"
                + " sparsity, neurons and active dendrites",
            "Ahmad and Hawkins",
            2016,
            "1601.00720"),
        Known.CODE,
        "The abstract and the numbers of the authors' code; not the paper's text.",
        List.of(
            new Difference(
                "random inputs a setting",
                "up to 1e8",
                "2400 firing inputs a setting, or 1.2e6 inputs",
                "enough for 5 % at rates above 3e-4; the closed form covers the rest"),
            new Difference(
                "dense activity",
                "labelled a = n/2",
                "a = n/4",
                "the authors' numbers are those of n/4"),
            new Difference(
                "correlated data sets",
                "1000 a seed, 20000 inputs",
                "20 a replicate, 2000 inputs, 5000 segments",
                "more segments count rarer events in less time")),
        List.of(
            "The laws assume inputs drawn uniformly; no recorded activity is compared here.",
            "Temporal memory, classification and the Poirazi-Mel replication are not run.",
            "That real NMDA thresholds are 8 to 20 is taken from the authors, not measured."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new Thresholds(),
        new RandomInputs(),
        new FewSynapses(),
        new MovedCells(),
        new SharedSegments(),
        new CorrelatedInputs());
  }
}
