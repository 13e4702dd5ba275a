// SPDX-License-Identifier: Apache-2.0
package engram.paper.pspm;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import engram.paper.pspm.avalanche.AvalancheSizes;
import engram.paper.pspm.avalanche.CriticalReference;
import engram.paper.pspm.match.LearnedWeights;
import engram.paper.pspm.match.Recurrence;
import engram.paper.pspm.match.SpikeTrains;
import engram.paper.pspm.rival.HalfSeen;
import engram.paper.pspm.rival.Learners;
import java.util.List;

/// The study of paper 48.
@AutoService(Study.class)
public final class PspmStudy implements Study {
  static final String SLUG = "pspm";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        48,
        new Paper.Citation(
            "Pre-Synaptic Pool Modification (PSPM): A Supervised Learning Procedure for Spiking"
                + " Neural Networks",
            "Bagley, Bordelon, Moseley, Wessel",
            2018,
            "1810.03199"),
        Known.ABSTRACT,
        "the abstracts of both versions; the rule's windows, constants and options are ours",
        List.of(
            new Paper.Difference(
                "constants of the rule",
                "not known to us",
                "D 2, P 5, p .5, eta .01; with homeostasis D 2, P 3, p .3, eta .005, h 1",
                "the paper was not read"),
            new Paper.Difference(
                "neurons",
                "several, no assumption on them",
                "leaky integrate-and-fire in steps of 1 ms, delay 1 ms",
                "the rule sees spikes alone, so that the kind of neuron is a matter of the net"),
            new Paper.Difference(
                "probabilistic reference",
                "not known to us",
                "excitatory, with a step of rest",
                "without rest a critical net ends in firing as a whole"),
            new Paper.Difference(
                "partial observation",
                "not known to us",
                "every second neuron, the input of all known, hidden weights stay",
                "the rule needs a target to find an error"),
            new Paper.Difference(
                "weights that are kept",
                "not known to us",
                "of the epoch with the highest F1; of homeostasis alone the last",
                "the rule is not monotone")),
        List.of(
            "One kind of neuron, 100 of them, one second recorded: what more of either does is seen"
                + " in one rival alone. Tests of the mechanism train other kinds.",
            "The rule is a reconstruction from an abstract: a failure may be the reconstruction's.",
            "The perceptron knows neuron, input and reset; PSPM knows spikes only. It says what a"
                + " recording holds, not what a brain could do.",
            "Where half of the net is hidden, its input is known all the same, which a recording"
                + " rarely offers.",
            "Rivals are tuned as far as ours, three settings from a search by hand: another"
                + " surrogate, optimiser or teacher may do better."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new AvalancheSizes(),
        new SpikeTrains(),
        new LearnedWeights(),
        new CriticalReference(),
        new Recurrence(),
        new HalfSeen(),
        new Learners());
  }
}
