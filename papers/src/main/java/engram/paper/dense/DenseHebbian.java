// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of dense Hebbian networks with supervised learning.
@AutoService(Study.class)
public final class DenseHebbian implements Study {
  static final String SLUG = "dense-hebbian";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        3,
        new Paper.Citation(
            "Dense Hebbian neural networks: a replica symmetric picture of supervised learning",
            "Agliari, Albanese, Alemanno, Alessandrelli, Barra, Giannotti, Lotito, Pedreschi",
            2022,
            "2212.00606"),
        Known.ABSTRACT,
        "the abstract and that of the companion on unsupervised learning; all equations derived"
            + " again by us",
        List.of(
            new Paper.Difference(
                "prefactors",
                "not seen",
                "E of order N, T = 1 its unit",
                "exact form of the Hamiltonian not known to us"),
            new Paper.Difference(
                "Monte Carlo",
                "a Plefka scheme makes it affordable",
                "exact fields over sets of different spins",
                "a factorised field adds noise of lower bodies at high load"),
            new Paper.Difference(
                "sizes", "not known", "N = 40 to 1000", "what a laptop does in minutes"),
            new Paper.Difference(
                "images",
                "MNIST, Fashion-MNIST; preprocessing unknown",
                "pixels as signs about their mean, nearly constant ones left out; digits as well",
                "a shared background would be the pattern that is stored")),
        List.of(
            "The replica-symmetric equations are compared along one load and along the border at one"
                + " temperature.",
            "Starts at the archetype show stability. Basins are measured for stored patterns only,"
                + " not for patterns learned from examples.",
            "Overlaps near the border decay for hundreds of sweeps; thirty do not find it.",
            "Signs about a pixel's mean stay skewed, since most pixels of an image are dark: what"
                + " relaxation makes of MNIST shows this as much as it shows the network.",
            "No figure of the paper is reproduced as such: none could be read.",
            "Replica symmetry breaks at low temperature; its own account of the capacity there is"
                + " about a fifth too low."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new Basins(),
        new ImageClasses(Source.DIGITS),
        new UltraStorage(),
        new UltraDetection(),
        new StorageExponent(),
        new SolvedTheory(),
        new DatasetEntropy(),
        new MoreExamples(),
        new Teacher(),
        new RetrievalBorder(),
        new ImageClasses(Source.MNIST),
        new ImageClasses(Source.FASHION));
  }
}
