// SPDX-License-Identifier: Apache-2.0
package engram.paper.whatwhen;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of paper 11.
@AutoService(Study.class)
public final class WhatWhen implements Study {
  static final String SLUG = "what-when";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        11,
        new Paper.Citation(
            "Joint encoding of \"what\" and \"when\" predictions through error-modulated plasticity"
                + " in reservoir spiking networks",
            "Yamada, Chao",
            2025,
            "2510.14382"),
        Known.ABSTRACT,
        "abstracts of the versions; the methods could not be read, so equations and constants are a"
            + " reconstruction",
        List.of(
            new Paper.Difference(
                "network", "not read", "600 Izhikevich neurons, 60 targets each", "ours"),
            new Paper.Difference(
                "traces",
                "not read",
                "centred by their means over the trial",
                "without it the" + " local rule needs hundreds of trials; an arm shows that"),
            new Paper.Difference(
                "real-time when, offline what",
                "mechanism of the abstract",
                "one matrix; the two-part form is an arm of the swap",
                "how the paper splits them is not known"),
            new Paper.Difference(
                "trials", "not read", "60 and 50, from one state", "noise has a page of its own")),
        List.of(
            "The rule, its step and its gate are a reconstruction from the abstract: what fails here"
                + " may hold in the paper's form, and the other way round.",
            "Without noise every trial is the same: what is learned is one trajectory of the"
                + " network.",
            "Where a delay line does as well as the network, nothing here speaks for spiking"
                + " dynamics.",
            "Latencies above 1.2 s, feedback into the network and continuous time are not tested."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new LatencySwitch(),
        new ChanceOutcomes(),
        new SwappedOutcomes(),
        new Geometry(),
        new NoiseSweep());
  }
}
