// SPDX-License-Identifier: Apache-2.0
package engram.paper.benign;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of paper 27.
@AutoService(Study.class)
public final class BenignOscillation implements Study {
  static final String SLUG = "benign-oscillation";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        27,
        new Paper.Citation(
            "Benign Oscillation of Stochastic Gradient Descent with Large Learning Rates",
            "Lu, Wu, Yang, Zou",
            2023,
            "2310.17074"),
        Known.ABSTRACT,
        "abstract and public reviews; equations, constants and threshold derived by us",
        List.of(
            new Paper.Difference(
                "patches", "layout not known to us", "weak, strong, noise", "simplest that fits"),
            new Paper.Difference(
                "initial scale",
                "order dimension^(-1/2)",
                "0.02 at 400",
                "output begins at about 0"),
            new Paper.Difference(
                "filters",
                "perhaps one set a patch",
                "one set for all",
                "reviews do not settle it"),
            new Paper.Difference(
                "images", "CIFAR-10, ResNet-18", "none", "needs training of deep networks")),
        List.of(
            "The theorem's conditions are not checked: our threshold is not the paper's.",
            "Nothing here says that large steps help a deep network on images.",
            "With short noise the small step is judged before it fits the weak-only training examples.",
            "That the loss oscillates is assumed by the theory and arranged by our choice of step."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new WeakFeature(),
        new SmallStep(),
        new ThresholdLaw(),
        new NoiseThreshold(),
        new NoisePatch(),
        new LabelNoise(),
        new Residuals());
  }
}
