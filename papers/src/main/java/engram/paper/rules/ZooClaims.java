// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.Reader.accuracy;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Evidence;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.measure.At;
import java.util.List;

/// The claims of [RuleZoo].
final class ZooClaims {
  private static final At SOFT = accuracy(ZooRule.SOFT_HEBB.arm());
  private static final At WINNER = accuracy(ZooRule.WINNER.arm());
  private static final At COMPETING = accuracy(ZooRule.COMPETING.arm());
  private static final At HPCA = accuracy(ZooRule.HPCA.arm());
  private static final At RANDOM = accuracy(RuleZoo.RANDOM);
  private static final At SAMPLES = accuracy(RuleZoo.SAMPLES);

  private ZooClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.named("winners-beat-components")
            .says("SoftHebb and hard winners give better features than nonlinear components.")
            .expected("holds: components that are read rectified are few and lose their signs")
            .passes(
                PassLine.all(PassLine.gain(SOFT, HPCA, 0), PassLine.gain(WINNER, HPCA, 0)),
                Origin.OURS)
            .control(
                Control.rival(
                    "random weights, rectified",
                    PassLine.all(PassLine.gain(SOFT, RANDOM, 0), PassLine.gain(WINNER, RANDOM, 0))))
            .control(
                Control.ablation(
                    "training images as weights, nothing learned",
                    PassLine.all(
                        PassLine.gain(SOFT, SAMPLES, 0), PassLine.gain(WINNER, SAMPLES, 0))))
            .build(),
        Claim.named("competing-units-beat-components")
            .says("Competing hidden units give better features than nonlinear components.")
            .published("error .0146 with 2,000 units", "abstract and text", Known.RECALLED)
            .expected("uncertain: twenty passes over a third of the images are few for this rule")
            .passes(PassLine.gain(COMPETING, HPCA, 0), Origin.OURS)
            .control(
                Control.rival("random weights, rectified", PassLine.gain(COMPETING, RANDOM, 0)))
            .control(
                Control.ablation(
                    "training images as weights, nothing learned",
                    PassLine.gain(COMPETING, SAMPLES, 0)))
            .build(),
        Claim.named("competing-units-near-backpropagation")
            .says("Competing hidden units come within 2 points of backpropagation.")
            .published("error .0146 against .0150, 2,000 units", "text", Known.RECALLED)
            .expected("fails: 400 units, few passes, a linear readout without powers")
            .passes(PassLine.gain(COMPETING, accuracy(RuleZoo.BACKPROP), -0.02), Origin.OURS)
            .control(
                Control.rival("random weights, rectified", PassLine.gain(COMPETING, RANDOM, 0)))
            .build(),
        Claim.named("sanger-finds-the-components")
            .says(
                "Twenty rows of Sanger's rule catch the variance of the twenty leading components,"
                    + " the first three one by one.")
            .published("rows become the eigenvectors, in order", "theorem", Known.RECALLED)
            .expected("share .99 or more, correlations .99 or more, if forty passes are enough")
            .passes(
                PassLine.all(
                    PassLine.atLeast(RuleZoo.CAUGHT.in(Components.SANGER), 0.99),
                    PassLine.atLeast(RuleZoo.CORRELATION.in(Components.SANGER), 0.99)),
                Origin.OURS)
            .evidence(Evidence.THEORY)
            .control(
                Control.ablation(
                    "rows that do not see each other",
                    PassLine.atMost(RuleZoo.CAUGHT.in(Components.HEBB), 0.5)))
            .control(
                Control.nothing(
                    "random directions",
                    PassLine.atMost(RuleZoo.CAUGHT.in(Components.DIRECTIONS), 0.5)))
            .build());
  }
}
