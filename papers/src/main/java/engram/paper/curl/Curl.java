// SPDX-License-Identifier: Apache-2.0
package engram.paper.curl;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of paper 15.
@AutoService(Study.class)
public final class Curl implements Study {
  static final String SLUG = "curl-descent";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        15,
        new Paper.Citation(
            "Curl Descent: Non-Gradient Learning Dynamics with Sign-Diverse Plasticity",
            "Ninou, Kadmon, Cayco-Gajic",
            2025,
            "2510.02765"),
        Known.ABSTRACT,
        "abstract and the authors' scripts; theory of stability derived by us",
        List.of(
            new Paper.Difference(
                "batches", "mini-batches, 0.1 batch / P", "full, 0.1", "an epoch is about a step"),
            new Paper.Difference(
                "steps", "100000 epochs, 10 to 40 starts", "8000 steps, 8 starts", "minutes"),
            new Paper.Difference(
                "speed", "many sizes of training set", "2000 examples", "one point of fig. 5"),
            new Paper.Difference(
                "step",
                "0.1 for all learners",
                "0.1, and the best of six",
                "a rival must be tuned")),
        List.of(
            "The edges are those of random weights: learning moves the weights, and so the edge.",
            "The output's nonlinearity is applied and not differentiated, as in the scripts: in tanh"
                + " nets GD is not the gradient of the loss that is measured.",
            "With held norms a student of small weights cannot reach the teacher: with r = 0.1 norms"
                + " are free here.",
            "Nothing here says that flipped signs help a deep network or a brain."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new Landings(),
        new Chaos(),
        new SlowChaos(),
        new StabilityEdge(),
        new SpeedUp(),
        new FreeNorms());
  }
}
