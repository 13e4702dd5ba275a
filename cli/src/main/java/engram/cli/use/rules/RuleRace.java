// SPDX-License-Identifier: Apache-2.0
package engram.cli.use.rules;

import engram.autodiff.classify.Classifier;
import engram.autodiff.classify.LabelledRows;
import engram.autodiff.classify.TrainingPlan;
import engram.cli.words.UsageException;
import engram.error.DataCorruptException;
import engram.plasticity.Hebb;
import engram.plasticity.batch.PlasticLayer;
import engram.plasticity.batch.Recipe;
import engram.plasticity.batch.Rows;
import engram.plasticity.constrain.WeightConstraint;
import engram.plasticity.rate.DataScale;
import engram.plasticity.rate.RateWarning;
import engram.random.Seeds;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// Lets rules learn the same images and reads them by the same readout.
final class RuleRace {
  /// Mean squared length of an image: that of the digits for which the constants were made.
  private static final double MEAN_SQUARE = 81;

  private static final int WARM_UP_IMAGES = 1000;
  private static final int WARM_UP_EPOCHS = 10;
  private static final double[] RATES = {0.0005, 0.001, 0.002};

  private final Seeds seeds;
  private final Supplier<Stopwatch> watches;
  private final int units;
  private final int epochs;
  private final int inputs;
  private final int classes;
  private final float[] x;
  private final int[] labels;
  private final float[] testX;
  private final int[] testLabels;
  private final double factor;
  private final double rateShare;
  private final DataScale scale;

  /// How the race is run.
  ///
  /// @param units of each layer
  /// @param epochs passes of readouts and of backpropagation
  /// @param rateShare the rate of Oja and HPCA, as a share of their stability bound
  /// @param seed of everything drawn
  record Settings(int units, int epochs, double rateShare, long seed) {
    /// Checks all.
    Settings {
      UsageException.unlessPositive("--units", units);
      UsageException.unlessPositive("--epochs", epochs);
      if (!(rateShare > 0 && rateShare < Double.POSITIVE_INFINITY)) {
        throw new UsageException("--rate must be finite and above 0, was " + rateShare);
      }
    }
  }

  /// What a rule did.
  ///
  /// @param rule its name
  /// @param accuracy share of test images that are right
  /// @param examples how many images were seen, with repeats, before the readout
  /// @param seconds of learning and readout
  /// @param cpuSeconds the processor's part of them
  /// @param selectivity mean over units of (a - b) / (a + b), a the mean activity for the class
  ///   that drives it most, b for the others; NaN where there are no such units
  /// @param dead share of units that are the strongest for no test image; NaN likewise
  /// @param weights of its units, units x inputs; empty where not kept
  // Printed, never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Lap(
      String rule,
      double accuracy,
      long examples,
      double seconds,
      double cpuSeconds,
      double selectivity,
      double dead,
      float[] weights) {}

  /// Splits the images: every fifth of a shuffled order is kept to test with.
  RuleRace(Pictures pictures, Settings settings, Supplier<Stopwatch> watches) {
    Seeds seeds = Seeds.of(settings.seed());
    this.seeds = seeds;
    this.watches = watches;
    this.units = settings.units();
    this.epochs = settings.epochs();
    this.rateShare = settings.rateShare();
    this.inputs = pictures.inputs();
    this.classes = pictures.classes().size();
    int[] order = new int[pictures.count()];
    Arrays.setAll(order, i -> i);
    seeds.stream("split").shuffle(order);
    int tests = order.length / 5;
    this.testLabels = labels(pictures, order, 0, tests);
    this.labels = labels(pictures, order, tests, order.length);
    float[] rawTest = rows(pictures, order, 0, tests);
    float[] raw = rows(pictures, order, tests, order.length);
    double square = 0;
    for (float value : raw) {
      square += (double) value * value;
    }
    if (!(square > 0)) {
      throw new DataCorruptException("images must not all be 0, was nothing else");
    }
    this.factor = Math.sqrt(MEAN_SQUARE * labels.length / square);
    this.x = scaled(raw);
    this.testX = scaled(rawTest);
    this.scale = DataScale.of(x, inputs);
  }

  /// What values were multiplied by.
  double factor() {
    return factor;
  }

  /// How many images are learned from, and how many tested with.
  int[] counts() {
    return new int[] {labels.length, testLabels.length};
  }

  private Optional<Recipe> recipe(RuleChoice rule) {
    return rule.recipe(units, labels.length, scale, rateShare);
  }

  /// That a rule's rate lies beyond its stability bound for these images.
  Optional<RateWarning> warning(RuleChoice rule) {
    return recipe(rule).flatMap(recipe -> recipe.warning(scale));
  }

  /// Reads random features of a few images and throws that away, so that the JVM has compiled what
  /// is common to all rules before the first is timed.
  void warmUp() {
    int few = Math.min(labels.length, WARM_UP_IMAGES);
    float[] weights =
        RuleChoice.RANDOM.learned(Optional.empty(), units, x, inputs, seeds.child("warm-up"));
    PlasticLayer layer = reading(RuleChoice.RANDOM, weights);
    readout(layer, Arrays.copyOf(x, few * inputs), Arrays.copyOf(labels, few), WARM_UP_EPOCHS);
  }

  /// A layer of these weights, each row brought to length 1, that is read as the rule asks.
  private PlasticLayer reading(RuleChoice rule, float[] weights) {
    float[] unit = weights.clone();
    WeightConstraint.unitRow().apply(unit, units, inputs);
    return new PlasticLayer(Recipe.of(new Hebb()).with(rule.features()), inputs, unit);
  }

  private Classifier readout(PlasticLayer layer, float[] rows, int[] each, int passes) {
    Classifier readout = Classifier.linear(units, classes);
    readout.learn(
        LabelledRows.of(layer.activity(rows), units, each, classes),
        TrainingPlan.usual().withEpochs(passes),
        seeds.stream("readout"));
    return readout;
  }

  /// Lets a rule learn.
  ///
  /// @throws engram.error.NumericalException if its weights leave their range
  Lap run(RuleChoice rule) {
    Stopwatch watch = watches.get();
    float[] weights = rule.learned(recipe(rule), units, x, inputs, seeds.child(rule.name()));
    PlasticLayer layer = reading(rule, weights);
    float[] test = layer.activity(testX);
    Classifier readout = readout(layer, x, labels, epochs);
    double accuracy = readout.accuracy(LabelledRows.of(test, units, testLabels, classes));
    return new Lap(
        rule.says(),
        accuracy,
        (long) rule.passes() * labels.length,
        watch.seconds(),
        watch.cpuSeconds(),
        selectivity(test),
        Rows.dead(Rows.wins(test, units)) / (double) units,
        weights);
  }

  /// Backpropagation of the same width: three steps of Adam are tried for a pass each on four
  /// fifths, the best then trains as long as the readouts do.
  Lap backpropagation() {
    Stopwatch watch = watches.get();
    int held = Math.max(1, labels.length / 5);
    LabelledRows all = images(x, labels);
    LabelledRows judged = images(Arrays.copyOf(x, held * inputs), Arrays.copyOf(labels, held));
    LabelledRows kept =
        images(
            Arrays.copyOfRange(x, held * inputs, x.length),
            Arrays.copyOfRange(labels, held, labels.length));
    double best = RATES[0];
    double most = -1;
    for (double rate : RATES) {
      double accuracy = net(kept, new TrainingPlan(1, rate, 64)).accuracy(judged);
      best = accuracy > most ? rate : best;
      most = Math.max(accuracy, most);
    }
    Classifier net = net(all, new TrainingPlan(epochs, best, 64));
    long examples = (long) epochs * all.count() + (long) RATES.length * kept.count();
    return new Lap(
        "backpropagation",
        net.accuracy(images(testX, testLabels)),
        examples,
        watch.seconds(),
        watch.cpuSeconds(),
        Double.NaN,
        Double.NaN,
        new float[0]);
  }

  private Classifier net(LabelledRows rows, TrainingPlan plan) {
    Classifier net = Classifier.hiddenLayer(inputs, units, classes, seeds.child("net"));
    net.learn(rows, plan, seeds.stream("order"));
    return net;
  }

  private LabelledRows images(float[] rows, int[] each) {
    return LabelledRows.of(rows, inputs, each, classes);
  }

  private double selectivity(float[] features) {
    int[] count = new int[classes];
    double[][] sum = new double[units][classes];
    for (int i = 0; i < testLabels.length; i++) {
      count[testLabels[i]]++;
      for (int u = 0; u < units; u++) {
        sum[u][testLabels[i]] += features[i * units + u];
      }
    }
    double selectivity = 0;
    for (int u = 0; u < units; u++) {
      double all = Arrays.stream(sum[u]).sum();
      double most = 0;
      double rest = 0;
      for (int c = 0; c < classes; c++) {
        double mean = count[c] > 0 ? sum[u][c] / count[c] : 0;
        if (mean > most) {
          most = mean;
          rest = (all - sum[u][c]) / Math.max(1, testLabels.length - count[c]);
        }
      }
      selectivity += most > 0 ? (most - rest) / (most + rest) / units : 0;
    }
    return selectivity;
  }

  private float[] scaled(float[] values) {
    float[] scaled = new float[values.length];
    for (int k = 0; k < values.length; k++) {
      scaled[k] = (float) (factor * values[k]);
    }
    return scaled;
  }

  private static int[] labels(Pictures from, int[] order, int low, int high) {
    return Arrays.stream(order, low, high).map(i -> from.labels()[i]).toArray();
  }

  private static float[] rows(Pictures from, int[] order, int low, int high) {
    int inputs = from.inputs();
    float[] rows = new float[(high - low) * inputs];
    for (int k = low; k < high; k++) {
      System.arraycopy(from.x(), order[k] * inputs, rows, (k - low) * inputs, inputs);
    }
    return rows;
  }
}
