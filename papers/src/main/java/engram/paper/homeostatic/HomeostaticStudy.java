// SPDX-License-Identifier: Apache-2.0
package engram.paper.homeostatic;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of paper 38.
@AutoService(Study.class)
public final class HomeostaticStudy implements Study {
  static final String SLUG = "homeostatic";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        38,
        new Paper.Citation(
            "Need is All You Need: Homeostatic Neural Networks Adapt to Concept Shift",
            "Man, Damasio, Neven",
            2022,
            "2205.08645"),
        Known.CODE,
        "abstract and what is known of the published program; the paper's own figures were not read",
        List.of(
            new Paper.Difference(
                "samples, epochs",
                "60,000, 50",
                "30,000, 2 (seasons: 10,000, 4)",
                "minutes on two cores; shift keeps its pace in samples"),
            new Paper.Difference(
                "first rate",
                ".001",
                ".05, and .001 on a page of its own",
                "from .001 the regulator takes next to nothing"),
            new Paper.Difference(
                "floor of the rate",
                "1e-8 where eta < 0",
                "1e-8 where eta < 1e-8",
                "the published test misses 0 and what rounding leaves of it"),
            new Paper.Difference(
                "rates of shift", "0 to 600 an epoch", "0, 6, 60, 600 in 30,000", "four tell"),
            new Paper.Difference(
                "rivals",
                "constant, random",
                "also its own mean rate, other constants, Adam",
                "a badly chosen constant rate is easily beaten")),
        List.of(
            "Two epochs are not fifty: a rate that dies or drifts does so later, too.",
            "Which rates are good is particular to this net and to plain gradient descent.",
            "The rival of .2 is the best of the constant rates on MNIST; on Fashion-MNIST .1 is, and"
                + " with .2 some nets stop learning: there that control asks for little.",
            "Nothing here bears on homeostasis in animals, from which the idea comes.",
            "Detectors of drift (ADWIN, DDM) and hypergradient descent are not compared."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new NoShift(Source.MNIST),
        new PublishedConstants(Source.MNIST),
        new Seasons(Source.MNIST),
        new FirstOrderShift(Source.MNIST),
        new NoShift(Source.FASHION),
        new PublishedConstants(Source.FASHION),
        new Seasons(Source.FASHION),
        new FirstOrderShift(Source.FASHION));
  }
}
