// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.credit.entropic.NearestCentroid;
import engram.lab.Experiment;
import engram.lab.Needs;
import engram.lab.Trial;
import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.At;
import engram.lab.measure.Measure;
import engram.lab.measure.Results;
import engram.lab.parameter.Param;
import engram.memory.dense.DenseHebbianNetwork;
import engram.memory.dense.ExampleSet;
import engram.memory.dense.Patterns;
import engram.memory.dense.Start;
import engram.random.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Images of ten classes in place of random patterns: networks of class means relax from a test
/// image, T = 0, and answer the class of the largest overlap n. Beside it, single images stored
/// through flipped copies, started with a quarter of their pixels turned.
final class ImageClasses implements Experiment<ImageClasses.Setting> {
  /// Its parameters.
  record Setting(
      @Param(doc = "few images a class", min = 2) int few,
      @Param(doc = "ten times or so as many", min = 2) int some,
      @Param(doc = "many images a class", min = 2) int many,
      @Param(doc = "test images", min = 10) int tests,
      @Param(doc = "sabotage: every network is of two-body couplings") boolean pairwise) {}

  static final Measure ACCURACY =
      Measure.of("accuracy", "test images whose class has the largest overlap after relaxation");
  static final Measure RECOVERED =
      Measure.of("recovered-overlap", "m with a stored image, from a quarter of it turned");
  static final List<String> AMOUNTS = List.of("few", "some", "many");
  static final String DENSE = "four-body";
  static final String TWO = "pairwise";
  static final String NEAREST = "nearest class mean";
  static final At SHUFFLED = ACCURACY.in("four-body, some images with labels shuffled");
  private static final int COPIES = 30;
  private static final double COPY_QUALITY = 0.5;
  private static final double TURNED = 0.25;

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
      case SMOKE -> Optional.of(new Setting(4, 8, 16, digits ? 40 : 10, false));
      case SMALL ->
          Optional.of(
              digits
                  ? new Setting(4, 20, 100, 400, false)
                  : new Setting(10, 100, 1000, 120, false));
      case FULL -> digits ? Optional.empty() : Optional.of(new Setting(10, 100, 5000, 1000, false));
    };
  }

  @Override
  public List<Claim> claims() {
    return List.of(ImageClaims.of(source));
  }

  @Override
  public Needs needs(Setting p) {
    double pixels = source.pixels();
    double settle = p.tests() * 8 * pixels * 10 * (source == Source.DIGITS ? 4e-8 : 4e-7);
    Needs needs =
        Needs.cpuSeconds((source == Source.DIGITS ? 0.3 : 2) + 3 * settle)
            .withMemory((256L << 20) + (long) (10 * p.many() * pixels * 32));
    return source == Source.DIGITS ? needs : needs.withData(source.dataSet());
  }

  @Override
  public void run(Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("images");
    SignedImages.Draw draw = SignedImages.Draw.of(source.load(trial), p.many(), p.tests(), seeds);
    List<Integer> counts = List.of(p.few(), p.some(), p.many());
    for (int k = 0; k < counts.size(); k++) {
      SignedImages images = new SignedImages(draw, counts.get(k));
      byte[][] rows = images.examples(counts.get(k));
      ExampleSet set = ExampleSet.of(SignedImages.classes(rows, draw.byClass().size()));
      String amount = AMOUNTS.get(k);
      for (int bodies : List.of(2, 4)) {
        trial
            .out()
            .value(
                accuracy(bodies == 2 ? TWO : DENSE, amount),
                accuracy(bodies, set, images, p, seeds));
      }
      trial.out().value(accuracy(NEAREST, amount), nearest(rows, images, draw.byClass().size()));
      if (k == 1) {
        single(images.examples(1), p, trial);
        shuffled(rows, images, draw.byClass().size(), p, trial);
      }
    }
  }

  private static double accuracy(
      int bodies, ExampleSet set, SignedImages images, Setting p, Seeds seeds) {
    DenseHebbianNetwork network = DenseHebbianNetwork.supervised(p.pairwise() ? 2 : bodies, set);
    byte[][] asked = images.asked();
    int[] answers = images.answers();
    int right = 0;
    for (int i = 0; i < asked.length; i++) {
      byte[] end = Retrieval.settle(network, Start.state(asked[i]), seeds.child("asked", i));
      right += answer(network, end) == answers[i] ? 1 : 0;
    }
    return (double) right / asked.length;
  }

  /// The class of the largest n, the first of equals.
  private static int answer(DenseHebbianNetwork network, byte[] state) {
    double[] n =
        IntStream.range(0, network.archetypes().count())
            .mapToDouble(mu -> network.exampleOverlap(mu, state))
            .toArray();
    return IntStream.range(0, n.length).reduce(0, (best, mu) -> n[mu] > n[best] ? mu : best);
  }

  private static double nearest(byte[][] rows, SignedImages images, int classes) {
    int each = rows.length / classes;
    int[] labels = IntStream.range(0, rows.length).map(i -> i / each).toArray();
    return NearestCentroid.fit(SignedImages.numbers(rows), rows[0].length, labels)
        .accuracy(SignedImages.numbers(images.asked()), images.answers());
  }

  private static void single(byte[][] images, Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("single");
    ExampleSet set =
        ExampleSet.draw(Patterns.of(images), COPIES, COPY_QUALITY, seeds.stream("copies"));
    for (int bodies : List.of(2, 4)) {
      DenseHebbianNetwork network = DenseHebbianNetwork.supervised(p.pairwise() ? 2 : bodies, set);
      double m = 0;
      for (int mu = 0; mu < images.length; mu++) {
        m += Retrieval.settled(network, Start.flipped(mu, TURNED), seeds.child("image", mu));
      }
      trial.out().value(RECOVERED.in(bodies == 2 ? TWO : DENSE), m / images.length);
    }
  }

  private static void shuffled(
      byte[][] rows, SignedImages images, int classes, Setting p, Trial trial) {
    Seeds seeds = trial.seeds().child("shuffled");
    int[] order = seeds.stream("labels").sample(rows.length, rows.length);
    byte[][] mixed = new byte[rows.length][];
    for (int i = 0; i < order.length; i++) {
      mixed[i] = rows[order[i]];
    }
    ExampleSet set = ExampleSet.of(SignedImages.classes(mixed, classes));
    trial.out().value(SHUFFLED, accuracy(4, set, images, p, seeds));
  }

  @Override
  public Setting sabotaged(Setting p) {
    return new Setting(p.few(), p.some(), p.many(), p.tests(), true);
  }

  @Override
  public List<Figure> figures(Results all) {
    return List.of(ImageClaims.figure(source, all));
  }
}
