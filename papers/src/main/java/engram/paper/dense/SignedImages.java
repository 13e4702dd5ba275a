// SPDX-License-Identifier: Apache-2.0
package engram.paper.dense;

import engram.credit.entropic.NearestCentroid;
import engram.data.image.LabelledImages;
import engram.random.RandomStream;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Images of a replicate as signs: +1 where a pixel lies above its mean over all examples, else -1.
/// Pixels that lie on one side in more than nine of ten examples are left out: they tell of the
/// background all classes share.
final class SignedImages {
  private static final double LEAST_SHARE = 0.1;

  private final Draw draw;
  private final double[] mean;
  private final int[] kept;

  /// Which images are learned and which are asked.
  ///
  /// @param byClass for each class its images to learn from; fewer of them are the first of these
  /// @param asked images to test with
  @SuppressWarnings("ArrayRecordComponent") // drawn once, read only
  record Draw(Source.Images from, List<int[]> byClass, int[] asked) {
    /// Images of each class, and others to test with, without putting back.
    static Draw of(Source.Images from, int most, int tests, Seeds seeds) {
      LabelledImages train = from.train();
      int[] order = inRandomOrder(train.count(), seeds.stream("examples"));
      List<int[]> byClass =
          IntStream.range(0, train.classes())
              .mapToObj(
                  c -> Arrays.stream(order).filter(i -> train.label(i) == c).limit(most).toArray())
              .toList();
      int[] others =
          from.ofOneFile()
              ? train.indicesWithout(byClass.stream().flatMapToInt(Arrays::stream).toArray())
              : IntStream.range(0, from.test().count()).toArray();
      int[] places = seeds.stream("asked").sample(others.length, Math.min(tests, others.length));
      return new Draw(from, byClass, Arrays.stream(places).map(k -> others[k]).toArray());
    }

    /// The first images of each class.
    int[] examples(int each) {
      return byClass.stream().flatMapToInt(c -> Arrays.stream(c).limit(each)).toArray();
    }
  }

  /// @param each how many images of a class the means are taken over
  SignedImages(Draw draw, int each) {
    this.draw = draw;
    int[] examples = draw.examples(each);
    int size = draw.from().train().images().size();
    double[] values = draw.from().train().images().values(examples);
    mean = new double[size];
    for (int i = 0; i < values.length; i++) {
      mean[i % size] += values[i] / examples.length;
    }
    int[] above = new int[size];
    for (int i = 0; i < values.length; i++) {
      above[i % size] += values[i] > mean[i % size] ? 1 : 0;
    }
    double least = LEAST_SHARE * examples.length;
    kept =
        IntStream.range(0, size)
            .filter(i -> above[i] >= least && above[i] <= examples.length - least)
            .toArray();
  }

  /// The first images of each class as signs, class by class.
  byte[][] examples(int each) {
    return signs(draw.from().train(), draw.examples(each));
  }

  /// The images to test with, as signs.
  byte[][] asked() {
    return signs(draw.from().test(), draw.asked());
  }

  /// Their classes.
  int[] answers() {
    return draw.from().test().labels(draw.asked());
  }

  private byte[][] signs(LabelledImages of, int... which) {
    double[] values = of.images().values(which);
    byte[][] signs = new byte[which.length][kept.length];
    for (int i = 0; i < which.length; i++) {
      for (int k = 0; k < kept.length; k++) {
        signs[i][k] = (byte) (values[i * mean.length + kept[k]] > mean[kept[k]] ? 1 : -1);
      }
    }
    return signs;
  }

  /// Rows in classes of equal size, one after another.
  byte[][][] classes(byte[][] rows) {
    byte[][][] byClass = new byte[draw.byClass().size()][][];
    int each = rows.length / byClass.length;
    for (int c = 0; c < byClass.length; c++) {
      byClass[c] = Arrays.copyOfRange(rows, c * each, (c + 1) * each);
    }
    return byClass;
  }

  /// Rows in another order, so that classes mean nothing.
  static byte[][] mixed(byte[][] rows, Seeds seeds) {
    int[] order = inRandomOrder(rows.length, seeds.stream("labels"));
    return Arrays.stream(order).mapToObj(i -> rows[i]).toArray(byte[][]::new);
  }

  private static int[] inRandomOrder(int count, RandomStream random) {
    int[] order = IntStream.range(0, count).toArray();
    random.shuffle(order);
    return order;
  }

  /// The share of test images that the nearest mean of the rows of a class gets right.
  double nearestClassMean(byte[][] rows) {
    int each = rows.length / draw.byClass().size();
    int[] labels = IntStream.range(0, rows.length).map(i -> i / each).toArray();
    return NearestCentroid.fit(numbers(rows), kept.length, labels)
        .accuracy(numbers(asked()), answers());
  }

  private static double[] numbers(byte[][] rows) {
    double[] numbers = new double[rows.length * rows[0].length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = rows[i / rows[0].length][i % rows[0].length];
    }
    return numbers;
  }
}
