// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.OnePass.BACKPROP;
import static engram.paper.rules.OnePass.HARD;
import static engram.paper.rules.OnePass.HPCA;
import static engram.paper.rules.OnePass.RECTIFIED;
import static engram.paper.rules.OnePass.RECTIFIED_ONCE;
import static engram.paper.rules.OnePass.SOFT;
import static engram.paper.rules.OnePass.SOFT_ONCE;
import static engram.paper.rules.OnePass.SOFT_THIRD;
import static engram.paper.rules.Reader.accuracy;
import static engram.paper.rules.SoftHebbDigits.LENGTH_ERROR;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.List;

/// The claims of [OnePass] with 500 units.
final class NarrowPassClaims {
  private NarrowPassClaims() {}

  static List<Claim> all() {
    return List.of(
        Claim.named("winners-beat-components-60000")
            .says(
                "Where each of 60,000 images is seen once, SoftHebb and hard winners give better"
                    + " features than nonlinear components of the same width.")
            .expected("fails: .947 for SoftHebb; 784 components had .966 in two replicates")
            .passes(
                PassLine.all(
                    PassLine.gain(accuracy(SOFT), accuracy(HPCA), 0),
                    PassLine.gain(accuracy(HARD), accuracy(HPCA), 0)),
                Origin.OURS)
            .control(
                Control.rival(
                    "random weights, rectified",
                    PassLine.all(
                        PassLine.gain(accuracy(SOFT), accuracy(RECTIFIED), 0),
                        PassLine.gain(accuracy(HARD), accuracy(RECTIFIED), 0))))
            .build(),
        Claim.named("soft-hebb-ahead-of-one-pass")
            .says(
                "One pass of SoftHebb and ten of its readout are not behind one pass of"
                    + " backpropagation at the same width.")
            .published("learns faster than backpropagation", "abstract", Known.RECALLED)
            .expected("open: .947 against .94 to .96")
            .passes(PassLine.gain(accuracy(SOFT), accuracy(BACKPROP), 0), Origin.OURS)
            .control(
                Control.rival(
                    "random weights, rectified",
                    PassLine.gain(accuracy(SOFT), accuracy(RECTIFIED), 0)))
            .build(),
        Claim.named("labels-seen-once")
            .says(
                "Where the readout too sees each image once, SoftHebb is not behind backpropagation"
                    + " of the same width.")
            .published("learns faster than backpropagation", "abstract", Known.RECALLED)
            .expected("fails: a readout of one pass is short of the .947 of ten")
            .passes(PassLine.gain(accuracy(SOFT_ONCE), accuracy(BACKPROP), 0), Origin.OURS)
            .control(
                Control.rival(
                    "random weights, rectified, readout of one pass",
                    PassLine.gain(accuracy(SOFT_ONCE), accuracy(RECTIFIED_ONCE), 0)))
            .build(),
        Claim.named("a-third-is-too-little")
            .says(
                "After a third of the pass the lengths of SoftHebb's rows are more than 1 away from 1"
                    + " in the mean, and its features 5 points worse than at the end.")
            .expected("holds: .74 after 20,000 images with 400 units in mnist-rules")
            .passes(
                PassLine.all(
                    PassLine.atLeast(LENGTH_ERROR.in(SOFT_THIRD), 1),
                    PassLine.gain(accuracy(SOFT), accuracy(SOFT_THIRD), 0.05)),
                Origin.OURS)
            .control(
                Control.ablation(
                    "hard winner, whose lengths take as long",
                    PassLine.atLeast(LENGTH_ERROR.in(OnePass.HARD_THIRD), 1)))
            .build());
  }
}
