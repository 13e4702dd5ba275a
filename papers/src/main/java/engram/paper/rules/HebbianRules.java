// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import com.google.auto.service.AutoService;
import engram.lab.Experiment;
import engram.lab.Paper;
import engram.lab.Study;
import engram.lab.claim.Known;
import java.util.List;

/// The study of the catalogue of local rules. It stands behind the papers, so its number follows
/// theirs.
@AutoService(Study.class)
public final class HebbianRules implements Study {
  static final String SLUG = "hebbian-rules";

  @Override
  public Paper paper() {
    return new Paper(
        SLUG,
        52,
        new Paper.Citation(
            "A catalogue of local plasticity rules",
            "Foldiak, Krotov, Moraitis, Sanger et al.",
            2021,
            ""),
        Known.RECALLED,
        "code of competing hidden units and of SoftHebb; textbooks; figures of the papers recalled",
        List.of(
            new Paper.Difference(
                "units",
                "2,000",
                "2,000 and 500 (each image once), 500 (SoftHebb), 400 (the others)",
                "minutes on a laptop"),
            new Paper.Difference(
                "passes of competing units",
                "200 to 1,000 over 60,000 images",
                "20 over 20,000",
                "minutes on a laptop"),
            new Paper.Difference(
                "readout",
                "powers of rectified units, loss |c - t|^6 (competing units)",
                "softmax regression for all rules",
                "one readout shows the features, not the readout")),
        List.of(
            "A linear readout has seen the labels: no accuracy here is that of a local rule alone.",
            "Rules were not tuned, but for the constants that their code had; backpropagation was,"
                + " on its step alone.",
            "SoftHebb's constants are those of a pass over 60,000 images. In the comparison of rules"
                + " it has a third of them; mnist-one-pass-500 and mnist-one-pass give it all.",
            "Nothing is said of deeper nets, convolutions or other images.",
            "Bars of principal components are read rectified, which loses the sign of each."));
  }

  @Override
  public List<Experiment<?>> experiments() {
    return List.of(
        new FoldiakLines(), new SoftHebbDigits(), new RuleZoo(), OnePass.narrow(), OnePass.wide());
  }
}
