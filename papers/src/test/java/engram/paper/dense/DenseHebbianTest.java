// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import engram.data.DataSets;
import engram.data.image.Images;
import engram.data.image.LabelledImages;
import engram.lab.Experiment;
import engram.lab.claim.Claim;
import engram.lab.claim.Outcome;
import engram.lab.claim.Scale;
import engram.lab.judge.Judge;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.paper.Pages;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The pages at a scale that the build can pay. What they find at small is the run's matter.
final class DenseHebbianTest {
  private static final int USUAL = Claim.USUAL_REPLICATES;
  private static final Pages PAGES = new Pages(new DenseHebbian());

  @Test
  void everyClaimFindsWhatItIsJudgedByAndEveryPageIsDrawn() {
    PAGES.everyClaimFindsWhatItIsJudgedBy();
    assertEquals(13, PAGES.claims());
  }

  @Test
  void oneSeedGivesOneDigest() {
    PAGES.oneSeedGivesOneDigest();
  }

  @Test
  void withPairwiseCouplingsNothingPlainlyHolds() {
    PAGES.sabotagedNothingPlainlyHolds(USUAL);
  }

  @Test
  void theSabotageIsWhatBreaksDetection() {
    UltraDetection page = new UltraDetection();
    UltraDetection.Setting small = page.at(Scale.SMALL).orElseThrow();
    Claim claim = page.claims().getFirst();
    assertEquals(Outcome.HOLDS, outcome(claim, page, small));
    assertEquals(Outcome.FAILS, outcome(claim, page, page.sabotaged(small)));
  }

  private static <P extends Record> Outcome outcome(Claim claim, Experiment<P> page, P p) {
    return Judge.judgeAtAnyScale(claim, PAGES.run(page, p, Reading.REPLICATES)).outcome();
  }

  @Test
  void fashionIsAnExperimentOfItsOwn() {
    ImageClasses page = new ImageClasses(Source.FASHION);
    assumeTrue(Pages.hasData(page), "data set fashion-mnist is not on this machine");
    assertFalse(PAGES.smoke(page).keys().isEmpty());
  }

  @Test
  void qualityOfAnEntropyHasThatEntropy() {
    for (int examples : List.of(1, 6, 48)) {
      double quality = DatasetEntropy.quality(0.3, examples);
      assertEquals(0.3, ExampleSet.datasetEntropy(quality, examples), 1e-14);
    }
    assertEquals(1, DatasetEntropy.quality(0, 30));
  }

  @Test
  void limitIsFoundOnALogarithmicScale() {
    assertEquals(7, Retrieval.limit(0.01, 100, 40, x -> x < 7), 1e-9);
    assertEquals(10, Retrieval.limit(1, 100, 0, _ -> true), 1e-12);
  }

  @Test
  void signsTellImagesFromTheirMeanAndLeaveTheBackgroundOut() {
    byte[] pixels = new byte[20 * 3];
    for (int i = 0; i < 20; i++) {
      pixels[3 * i] = 7;
      pixels[3 * i + 1] = (byte) (i % 2 == 0 ? 9 : 1);
      pixels[3 * i + 2] = (byte) (i == 0 ? 9 : 0);
    }
    int[] labels = new int[20];
    for (int i = 0; i < 20; i++) {
      labels[i] = i % 2;
    }
    LabelledImages all = new LabelledImages(new Images(3, 1, 10, pixels), labels);
    SignedImages.Draw draw = SignedImages.Draw.of(new Source.Images(all, all), 8, 4, Seeds.of(1));
    SignedImages images = new SignedImages(draw, 8);
    byte[][] rows = images.examples(8);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(1, rows[i].length, "pixels that are nearly constant are left out");
      assertEquals(i < 8 ? 1 : -1, rows[i][0]);
    }
    assertEquals(1, images.nearestClassMean(rows));
    assertTrue(
        Arrays.stream(draw.asked())
            .noneMatch(i -> Arrays.stream(draw.examples(8)).anyMatch(k -> k == i)));
  }

  @Test
  void imagesAreDrawnAnewAndLabelsAreMixed() {
    LabelledImages digits = DataSets.digits();
    Source.Images from = new Source.Images(digits, digits);
    SignedImages.Draw one = SignedImages.Draw.of(from, 5, 10, Seeds.of(1));
    SignedImages.Draw other = SignedImages.Draw.of(from, 5, 10, Seeds.of(2));
    assertFalse(Arrays.equals(one.examples(5), other.examples(5)));
    assertArrayEquals(digits.labels(one.examples(5)), digits.labels(other.examples(5)));
    byte[][] rows = new SignedImages(one, 5).examples(5);
    byte[][] mixed = SignedImages.mixed(rows, Seeds.of(3));
    assertFalse(Arrays.deepEquals(rows, mixed));
    assertEquals(Set.of(rows), Set.of(mixed));
  }

  @Test
  void fewPatternsSettleWhereTheyAreStored() {
    Patterns patterns = Patterns.random(3, 64, Seeds.of(1).stream("patterns"));
    DenseHebbianNetwork network = DenseHebbianNetwork.archetypes(4, patterns);
    assertEquals(1, Retrieval.settled(network, Start.flipped(1, 0.2), Seeds.of(2)));
    byte[][] asked = {patterns.row(0), patterns.row(1), patterns.row(2)};
    assertEquals(1, Retrieval.accuracy(network, asked, new int[] {0, 1, 2}, Seeds.of(3)));
    assertEquals(
        1.0 / 3, Retrieval.accuracy(network, asked, new int[] {0, 2, 1}, Seeds.of(3)), 1e-15);
  }
}
