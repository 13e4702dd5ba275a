// SPDX-License-Identifier: Apache-2.0
package engram.paper.ska;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of structured knowledge accumulation.
@AutoService(Study.class)
public final class Ska implements Study {
  @Override
  public Paper paper() {
    return new Paper(
        "ska",
        36,
        new Paper.Citation(
            "Structured Knowledge Accumulation: The Principle of Entropic Least Action in"
                + " Forward-Only Neural Learning",
            "Mahi",
            2025,
            "2504.03214"),
        Known.READ,
        "both papers (2504.03214, 2503.13942) and the scripts that made their figures",
        List.of(
            new Paper.Difference(
                "images",
                "a stored subset, 100 a class",
                "the first 100 of each class",
                "their file is not ours to ship; peak times follow the batch's mean image"),
            new Paper.Difference(
                "first weights",
                "torch, seed 42",
                "normal, .01, one draw a replicate",
                "one draw shows nothing about draws"),
            new Paper.Difference(
                "digits",
                "MNIST only",
                "UCI optical digits as well",
                "they are part of the product: no download")),
        List.of(
            "The papers claim no accuracy; nearest class means are our read-out, on images that the"
                + " network has not seen.",
            "Least action is not tested: the Lagrangian is a total time derivative and selects no"
                + " path, which is an identity and a test of the library.",
            "Other forward-only rules (Oja, soft Hebbian, forward-forward) and backpropagation are"
                + " not compared here."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new Collapse(Source.DIGITS),
        new TimeInvariance(),
        new Collapse(Source.MNIST),
        new FlowTimes());
  }
}
