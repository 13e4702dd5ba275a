// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of paper 16.
@AutoService(Study.class)
public final class ModularAddition implements Study {
  static final String SLUG = "modular-addition";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        16,
        new Paper.Citation(
            "On the Mechanism and Dynamics of Modular Addition: Fourier Features, Lottery Ticket,"
                + " and Grokking",
            "He, Wang, Chen, Yang",
            2026,
            "2602.16849"),
        Known.CODE,
        "the authors' code with stored results, and their long text; the proofs were not read",
        List.of(
            new Paper.Difference(
                "pairs",
                "every ordered pair a row",
                "both orders in one row with weight 2",
                "the same loss at half the work"),
            new Paper.Difference(
                "grokking", "to 50000 steps", "16000 steps", "test accuracy is flat from 13000"),
            new Paper.Difference(
                "loss", "log-softmax in float", "summed in double for measures", "underflow"),
            new Paper.Difference("moduli", "15 to 113", "23", "minutes")),
        List.of(
            "One modulus, one width, one split share.",
            "That mirrored pairs are known is by construction: the net cannot tell (x, y) from"
                + " (y, x).",
            "The smallest misalignment is the paper's rule at equal magnitudes; from a Gaussian"
                + " start we ask more of it than the paper says.",
            "The flow of phases is printed by the authors with another sign and power than their"
                + " update gives; ours is derived from the update."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(new StandardRun(), new Winners(), new QuadraticRuns(), new Grokking());
  }
}
