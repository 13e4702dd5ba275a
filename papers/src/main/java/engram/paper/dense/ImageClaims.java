// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.ImageClasses.AMOUNTS;
import static engram.paper.dense.ImageClasses.DENSE;
import static engram.paper.dense.ImageClasses.NEAREST;
import static engram.paper.dense.ImageClasses.RECOVERED;
import static engram.paper.dense.ImageClasses.SHUFFLED;
import static engram.paper.dense.ImageClasses.TWO;
import static engram.paper.dense.ImageClasses.accuracy;

import engram.lab.claim.Claim;
import engram.lab.claim.Control;
import engram.lab.claim.Known;
import engram.lab.claim.Origin;
import engram.lab.claim.PassLine;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.measure.Results;
import java.util.List;

/// What images are held to, and how it is drawn.
final class ImageClaims {
  private ImageClaims() {}

  static Claim of(Source source) {
    Claim.Builder claim =
        Claim.named(source.id() + "-classes")
            .says(
                words(source)
                    + ": the class retrieved from a test image is oftener right with more examples,"
                    + " and oftener with four bodies than with two.");
    if (source != Source.DIGITS) {
      claim.published(
          "learning, storing and retrieval of MNIST and Fashion-MNIST follow the random theory",
          "abstract",
          Known.ABSTRACT);
    }
    return claim
        .expected(
            expected(source)
                + "; two bodies lose classes that overlap. Explained away: relaxation picks the"
                + " class mean nearest at the start, so the nearest class mean does as well")
        .passes(
            PassLine.all(
                PassLine.gain(accuracy(DENSE, "many"), accuracy(DENSE, "few"), 0.02),
                PassLine.gain(accuracy(DENSE, "many"), accuracy(TWO, "many"), 0.02)),
            Origin.OURS)
        .control(
            Control.rival(
                "nearest class mean on the same signs: must be worse",
                PassLine.gain(accuracy(DENSE, "many"), accuracy(NEAREST, "many"), 0)))
        .control(Control.nothing("labels shuffled", PassLine.atMost(SHUFFLED, 0.25)))
        .control(
            Control.ablation(
                "single images in place of class means: four bodies must recover more of them",
                PassLine.gain(RECOVERED.in(DENSE), RECOVERED.in(TWO), 0.02)))
        .build();
  }

  private static String words(Source source) {
    return switch (source) {
      case DIGITS -> "Digits of 8 x 8";
      case MNIST -> "MNIST";
      case FASHION -> "Fashion-MNIST";
    };
  }

  private static String expected(Source source) {
    return switch (source) {
      case DIGITS -> "four bodies .7 with 4 images a class and .85 with 100";
      case MNIST -> "four bodies .65 with 10 images a class and .75 with 1000";
      case FASHION -> "four bodies .55 with 10 images a class and .6 with 1000";
    };
  }

  static Figure figure(Source source, Results all) {
    return new Figure(
        source.id() + "-classes",
        words(source) + ": retrieval of a class, T = 0, started at test images",
        "Beside each network stands the nearest class mean, which relaxes nothing.",
        Axis.category("images learned"),
        Axis.linear("accuracy on test images", "1"),
        List.of(bars(DENSE, all), bars(TWO, all).asControl(), bars(NEAREST, all).asControl()));
  }

  private static Mark.Bars bars(String net, Results all) {
    return Reading.bars(net, all, AMOUNTS, AMOUNTS.stream().map(a -> accuracy(net, a)).toList());
  }
}
