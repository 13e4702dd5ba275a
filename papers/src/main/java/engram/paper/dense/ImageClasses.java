// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import static engram.paper.dense.Reading.ACCURACY;
import static engram.paper.dense.Reading.RECOVERED;

import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Axis;
import engram.lab.figure.Figure;
import engram.lab.figure.Mark;
import engram.lab.figure.Summary;
import engram.lab.measure.At;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;

/// Networks of class means of images relax from a test image, T = 0, and answer the class of the
/// largest overlap n. Beside it, single images, started with a quarter of their pixels turned.
final class ImageClasses implements Experiment<ImageClasses.Setting> {
  record Setting(
      @Param(doc = "few images a class", min = 2) int few,
      @Param(doc = "some more of them", min = 2) int some,
      @Param(doc = "many images a class", min = 2) int many,
      @Param(doc = "test images", min = 10) int tests,
      @Param(doc = "sabotage: every network is of two-body couplings") boolean pairwise) {}

  static final List<String> AMOUNTS = List.of("few", "some", "many");
  static final String DENSE = "four-body";
  static final String TWO = "pairwise";
  static final String NEAREST = "nearest class mean";
  static final At SHUFFLED = ACCURACY.in("four-body, some images with labels shuffled");

  private final Source source;

  ImageClasses(Source source) {
    this.source = source;
  }

  static At accuracy(String net, String amount) {
    return ACCURACY.in(net + ", " + amount + " images");
  }

  @Override
  public String id() {
    return source.id() + "-classes";
  }

  @Override
  public Class<Setting> parameters() {
    return Setting.class;
  }

  @Override
  public Optional<Setting> at(Scale scale) {
    boolean digits = source == Source.DIGITS;
    return switch (scale) {
      case SMOKE -> Optional.of(setting(4, 8, 16, digits ? 40 : 10));
      case SMALL -> Optional.of(digits ? setting(4, 20, 100, 400) : setting(10, 100, 1000, 120));
      case FULL -> digits ? Optional.empty() : Optional.of(setting(10, 100, 5000, 1000));
    };
  }

  private static Setting setting(int few, int some, int many, int tests) {
    return new Setting(few, some, many, tests, false);
  }

  @Override
  public List<Claim> claims() {
    return List.of(DenseClaims.classes(source));
  }

  @Override
  public Needs needs(Setting p) {
    return source.needs(p.many(), p.tests());
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("images");
    SignedImages.Draw draw = SignedImages.Draw.of(source.load(trial), p.many(), p.tests(), seeds);
    for (int k = 0; k < AMOUNTS.size(); k++) {
      int each = List.of(p.few(), p.some(), p.many()).get(k);
      SignedImages images = new SignedImages(draw, each);
      byte[][] rows = images.examples(each);
      ExampleSet set = ExampleSet.of(images.classes(rows));
      String amount = AMOUNTS.get(k);
      trial.out().value(accuracy(TWO, amount), accuracy(2, set, images, p, seeds));
      trial.out().value(accuracy(DENSE, amount), accuracy(4, set, images, p, seeds));
      trial.out().value(accuracy(NEAREST, amount), images.nearestClassMean(rows));
      if (k == 1) {
        trial.out().value(RECOVERED.in(TWO), recovered(2, images.examples(1), p, trial));
        trial.out().value(RECOVERED.in(DENSE), recovered(4, images.examples(1), p, trial));
        ExampleSet wrong = ExampleSet.of(images.classes(SignedImages.mixed(rows, seeds)));
        trial.out().value(SHUFFLED, accuracy(4, wrong, images, p, seeds));
      }
    }
  }

  private static DenseHebbianNetwork network(int bodies, ExampleSet set, Setting p) {
    return DenseHebbianNetwork.supervised(p.pairwise() ? 2 : bodies, set);
  }

  private static double accuracy(
      int bodies, ExampleSet set, SignedImages images, Setting p, Seeds seeds) {
    return Retrieval.accuracy(network(bodies, set, p), images.asked(), images.answers(), seeds);
  }

  /// m with single images, learned from 30 copies of quality 1/2, from a quarter turned.
  private static double recovered(int bodies, byte[][] images, Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("single");
    ExampleSet set = ExampleSet.draw(Patterns.of(images), 30, 0.5, seeds.stream("copies"));
    double m = 0;
    for (int mu = 0; mu < images.length; mu++) {
      Start turned = Start.flipped(mu, 0.25);
      m += Retrieval.settled(network(bodies, set, p), turned, seeds.child("image", mu));
    }
    return m / images.length;
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.few(), p.some(), p.many(), p.tests(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(
        new Figure(
            source.id() + "-classes",
            DenseClaims.words(source) + ": retrieval of a class, T = 0, started at test images",
            "Beside each network stands the nearest class mean, which relaxes nothing.",
            Axis.category("images learned"),
            Axis.linear("accuracy on test images", "1"),
            List.of(bars(DENSE, all), bars(TWO, all).asControl(), bars(NEAREST, all).asControl())));
  }

  private static Mark.Bars bars(String net, Results all) {
    return Summary.intervals(all).bars(net, AMOUNTS, amount -> accuracy(net, amount));
  }
}
