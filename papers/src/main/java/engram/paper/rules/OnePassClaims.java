// SPDX-License-Identifier: Apache-2.0
package engram.paper.rules;

import static engram.paper.rules.OnePass.BACKPROP;
import static engram.paper.rules.OnePass.HARD;
import static engram.paper.rules.OnePass.HARD_THIRD;
import static engram.paper.rules.OnePass.RANDOM;
import static engram.paper.rules.OnePass.RECTIFIED;
import static engram.paper.rules.OnePass.RECTIFIED_ONCE;
import static engram.paper.rules.OnePass.SOFT;
import static engram.paper.rules.OnePass.SOFT_LONG;
import static engram.paper.rules.OnePass.SOFT_ONCE;
import static engram.paper.rules.OnePass.SOFT_THIRD;
import static engram.paper.rules.Reader.accuracy;
import static engram.paper.rules.SoftHebbDigits.LENGTH_ERROR;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import java.util.ArrayList;
import java.util.List;

/// The claims of [OnePass] with 2,000 units.
final class OnePassClaims {
  /// A replicate takes over a minute.
  private static final int REPLICATES = 5;

  private OnePassClaims() {}

  static List<Claim> all() {
    List<Claim> all = new ArrayList<>(once());
    all.addAll(longer());
    return List.copyOf(all);
  }

  private static List<Claim> once() {
    return List.of(
        Claim.named("soft-hebb-2000")
            .says("After one pass with 2,000 units a linear readout is right for 95.5 %.")
            .published("about .969", "text", Known.RECALLED)
            .expected("open: .947 with 500 units, but each of 2,000 wins a quarter as often")
            .passes(PassLine.atLeast(accuracy(SOFT), 0.955), Origin.OURS)
            .replicates(REPLICATES)
            .control(random())
            .control(rectified())
            .build(),
        Claim.named("soft-hebb-2000-as-published")
            .says("It comes within half a point of what was published, .969.")
            .published("about .969 with 2,000 units", "text", Known.RECALLED)
            .expected("open: .955 to .970, from the code's constants and a readout of ten passes")
            .passes(PassLine.near(accuracy(SOFT), 0.969, 0.005), Origin.OURS)
            .replicates(REPLICATES)
            .control(rectified())
            .build(),
        Claim.named("soft-beats-hard-2000")
            .says("With 2,000 units soft competition gives better features than the hard winner.")
            .published("above hard winner-take-all", "text", Known.RECALLED)
            .expected("open: no difference with 500 units (.0006)")
            .passes(PassLine.gain(accuracy(SOFT), accuracy(HARD), 0.002), Origin.OURS)
            .replicates(REPLICATES)
            .control(random())
            .build(),
        Claim.named("one-pass-ahead-of-backpropagation")
            .says(
                "Where rule, readout and backpropagation see each image once, SoftHebb is not behind"
                    + " backpropagation of the same width.")
            .published("learns faster than backpropagation", "abstract", Known.RECALLED)
            .expected("fails: below .95 after one pass of the readout, against about .965")
            .passes(PassLine.gain(accuracy(SOFT_ONCE), accuracy(BACKPROP), 0), Origin.OURS)
            .replicates(REPLICATES)
            .control(
                Control.rival(
                    "random weights, rectified, readout of one pass",
                    PassLine.gain(accuracy(SOFT_ONCE), accuracy(RECTIFIED_ONCE), 0)))
            .build(),
        Claim.named("the-pass-must-be-whole")
            .says(
                "A third of the pass is too little: the lengths of SoftHebb's rows are then more than 1"
                    + " away from 1 in the mean, and its features 5 points worse than at the end.")
            .expected("holds: .74 after 20,000 images with 400 units in mnist-rules")
            .passes(
                PassLine.all(
                    PassLine.atLeast(LENGTH_ERROR.in(SOFT_THIRD), 1),
                    PassLine.gain(accuracy(SOFT), accuracy(SOFT_THIRD), 0.05)),
                Origin.OURS)
            .replicates(REPLICATES)
            .control(
                Control.ablation(
                    "hard winner, whose lengths take as long",
                    PassLine.atLeast(LENGTH_ERROR.in(HARD_THIRD), 1)))
            .build());
  }

  /// Claims that were made after two replicates of the others had been seen.
  private static List<Claim> longer() {
    return List.of(
        Claim.named("soft-hebb-2000-four-passes")
            .says(
                "Four passes, in which each of 2,000 units wins as often as each of 500 in one,"
                    + " bring the lengths within .1 of 1 and a linear readout to 95.5 %.")
            .published("about .969", "text", Known.RECALLED)
            .expected("open: one pass left lengths at 13 and .815, as two replicates had shown")
            .passes(
                PassLine.all(
                    PassLine.atMost(LENGTH_ERROR.in(SOFT_LONG), 0.1),
                    PassLine.atLeast(accuracy(SOFT_LONG), 0.955)),
                Origin.OURS)
            .replicates(REPLICATES)
            .control(
                Control.rival(
                    "random weights, rectified",
                    PassLine.gain(accuracy(SOFT_LONG), accuracy(RECTIFIED), 0)))
            .build(),
        Claim.named("soft-hebb-2000-four-passes-as-published")
            .says("After four passes it comes within half a point of what was published, .969.")
            .published("about .969 with 2,000 units", "text", Known.RECALLED)
            .expected("open: .955 to .970 if the lengths come to 1")
            .passes(PassLine.near(accuracy(SOFT_LONG), 0.969, 0.005), Origin.OURS)
            .replicates(REPLICATES)
            .control(
                Control.rival(
                    "random weights, rectified",
                    PassLine.gain(accuracy(SOFT_LONG), accuracy(RECTIFIED), 0)))
            .build());
  }

  private static Control random() {
    return Control.rival(
        "random positive weights, read alike",
        PassLine.gain(accuracy(SOFT), accuracy(RANDOM), 0.04));
  }

  private static Control rectified() {
    return Control.rival(
        "random weights, rectified", PassLine.gain(accuracy(SOFT), accuracy(RECTIFIED), 0));
  }
}
