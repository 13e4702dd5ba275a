// SPDX-License-Identifier: Apache-2.0
package engram.paper.networks;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of the networks by which simulators are measured. It is no paper's: its number follows
/// those of the catalogue.
@AutoService(Study.class)
public final class ReferenceNetworks implements Study {
  static final String SLUG = "reference-networks";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        53,
        new Paper.Citation(
            "Reference networks of spiking neurons, beside Brian2 and NEST",
            "Brette, Brunel, Kunkel, Potjans et al.",
            2014,
            ""),
        Known.CODE,
        "scripts of simulators that run these networks; Brian2 and NEST themselves, run here",
        List.of(
            new Paper.Difference(
                "COBA's start",
                "a kick of Poisson spikes, or random conductances",
                "random conductances and potentials",
                "as Brian2's example"),
            new Paper.Difference(
                "COBA in NEST",
                "adaptive Runge-Kutta, conductances below 0 cut to 0 at the start",
                "Euler, not cut",
                "the method makes no difference that networks do not make among themselves"),
            new Paper.Difference(
                "Brunel's inputs",
                "drawn with probability .1 in Brian2",
                "exactly 1,000 and 250",
                "as in the paper and in NEST"),
            new Paper.Difference(
                "weights of STDP",
                "NEST brings a weight up to date when its source fires",
                "as of now",
                "therefore weights are not compared with NEST's")),
        List.of(
            "Spikes are chaotic: no train is compared with a peer's, only rates, CVs, correlations.",
            "COBA's rate has a standard deviation of 1.5 Hz over networks of one recipe: a single"
                + " run of any simulator says little.",
            "Figures of peers are those of these versions on one day, of three to eighteen networks.",
            "The rates of the whole column come from one run of NEST that others made.",
            "The STDP benchmark runs for a fifth of a second: slow drifts of weights stay unseen."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new ScaledColumn(),
        new IntegrateAndFire(),
        new BrunelMeanField(),
        new StdpBalance(),
        new WholeColumn());
  }
}
