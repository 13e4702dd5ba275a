// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import engram.paper.htm.nab.AnomalyBenchmark;
import engram.paper.htm.symbol.CellDeath;
import engram.paper.htm.symbol.HighOrder;
import engram.paper.htm.symbol.SeveralEndings;
import engram.paper.htm.taxi.SavedForecasts;
import engram.paper.htm.taxi.TaxiChange;
import engram.paper.htm.taxi.TaxiDemand;
import engram.paper.htm.taxi.TaxiLikelihood;
import engram.paper.htm.taxi.TaxiRivals;
import java.util.List;

/// The study of paper 47.
@AutoService(Study.class)
public final class HtmSequenceMemory implements Study {
  static final String SLUG = "htm";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        47,
        new Paper.Citation(
            "Continuous online sequence learning with an unsupervised neural network model",
            "Cui, Ahmad, Hawkins",
            2015,
            "1512.05463"),
        Known.CODE,
        "abstract, the authors' code and stored results; figures read off from them",
        List.of(
            new Paper.Difference(
                "endings",
                "16 and 32 given sequences",
                "drawn for each replicate",
                "any set with disjoint endings of a pair serves"),
            new Paper.Difference(
                "replicates", "20 or 10 seeds", "8", "enough for the lines to decide"),
            new Paper.Difference(
                "rivals",
                "LSTM, TDNN, ESN, ELM",
                "LSTM, OS-ELM, ESN, nearest neighbours",
                "a window of lags is in the extreme learning machine"),
            new Paper.Difference(
                "training of the LSTM",
                "Rprop-, 100 or 200 steps over a whole window, as one sequence",
                "Adam, 1,200 or 600 steps, in pieces of 25 rows of 8 streams",
                "fewer passes through cells; targets from the future are left out"),
            new Paper.Difference(
                "settings of rivals on taxi demand",
                "one each",
                "the best of four on rows 5,000 to 9,999, for the memory too",
                "all have the same budget"),
            new Paper.Difference(
                "distributions of the rules",
                "no rules",
                "their errors of the last four weeks",
                "a rule tells a number alone"),
            new Paper.Difference(
                "candidates", "not stated", "0 to 9, for all alike", "noise cannot be an ending"),
            new Paper.Difference(
                "benchmark's threshold",
                "a search that may stop early",
                "the best of all",
                "the same in four of six published cases"),
            new Paper.Difference(
                "OS-ELM's beginning", "not stated", "500 rows, ridge 1e-6", "as on its taxi")),
        List.of(
            "The pooler sees the first 5,000 rows of taxi demand five times before the stream begins.",
            "The detector of the Numenta Anomaly Benchmark came later than the paper, from its authors.",
            "The benchmark chooses thresholds on the labels that it scores; who sees labels first is not asked.",
            "The published score without likelihood, 53.6, is an older memory's: the saved surprise of this one scores 24.",
            "Of the paper's LSTM the one that learns at each step is not run, nor does one lose cells.",
            "The LSTM names symbols by squared error of codes, as in the paper; one that gives"
                + " probabilities is not run.",
            "Long sequences, noise within sequences and the Reber grammar are not run.",
            "Whether noise is a candidate was chosen for OS-ELM so that the paper's accuracy comes out.",
            "Cells die in the memory alone: the rivals' loss is the paper's figure, not ours."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new SavedForecasts(),
        new CellDeath(),
        new HighOrder(),
        new SeveralEndings(),
        new TaxiDemand(),
        new TaxiLikelihood(),
        new TaxiChange(),
        new TaxiRivals(),
        new AnomalyBenchmark());
  }
}
