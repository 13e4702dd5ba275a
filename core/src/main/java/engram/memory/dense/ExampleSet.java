// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.SignedRows;
import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// M noisy examples of each of K classes, kept as their sums, which are exact integers:
///
///     eta_i^{mu,a} = xi_i^mu chi,   chi = +1 with probability (1 + r)/2, else -1
///     sum_i^mu = sum_a eta_i^{mu,a},   etabar = sum / M,   y = etabar / sqrt(R)
///     R = r^2 + (1 - r^2)/M = r^2 (1 + rho),   rho = (1 - r^2)/(M r^2)
///
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | r | [#quality] of an example, in (0, 1] | 1 |
/// | M | [#examples] of a class | 1 |
/// | rho | [#datasetEntropy], noise of a class's mean over its signal | 1 |
/// | R | [#secondMoment] of the mean, so that y has second moment 1 | 1 |
///
/// The examples themselves are kept where they were given or [#drawKept]; the unsupervised network
/// and a start at an example need them. Immutable. Memory K N bytes for M up to 127, twice that
/// above, and K M N bytes more for the examples.
///
/// References: see the package, [1], [2].
@FromPaper(value = "dense-hebbian", at = "spec: data")
public final class ExampleSet {
  private final Patterns archetypes;
  private final int examples;
  private final Quality quality;
  private final SignedRows sums;
  private final @Nullable Patterns kept;

  /// How good an example is, and how that is known.
  private record Quality(double r, double secondMoment, boolean estimated) {}

  private ExampleSet(
      Patterns archetypes,
      int examples,
      Quality quality,
      SignedRows sums,
      @Nullable Patterns kept) {
    this.archetypes = archetypes;
    this.examples = examples;
    this.quality = quality;
    this.sums = sums;
    this.kept = kept;
  }

  /// rho = (1 - r^2)/(M r^2).
  ///
  /// @param quality r, in (0, 1]
  /// @param examples M, 1 or more
  public static double datasetEntropy(double quality, int examples) {
    requireQuality(quality);
    Signs.require("examples of a class", examples, 1, Integer.MAX_VALUE);
    return (1 - quality * quality) / (examples * quality * quality);
  }

  /// Examples of given archetypes, of which only the sums are kept: each is drawn at once as a
  /// binomial number, K N draws in all.
  ///
  /// @param examples M, 1 or more
  /// @param quality r, in (0, 1]
  public static ExampleSet draw(
      Patterns archetypes, int examples, double quality, RandomStream random) {
    return draw(archetypes, examples, quality, random, MemoryLimit.ofThisProcess());
  }

  /// The same under a limit of memory.
  public static ExampleSet draw(
      Patterns archetypes, int examples, double quality, RandomStream random, MemoryLimit limit) {
    double rho = datasetEntropy(quality, examples);
    SignedRows sums = rows(archetypes.spins(), archetypes.count(), examples, 0, limit);
    BinomialDraw right = new BinomialDraw(examples, (1 + quality) / 2);
    for (int mu = 0; mu < archetypes.count(); mu++) {
      for (int i = 0; i < archetypes.spins(); i++) {
        sums.put(i, mu, archetypes.at(mu, i) * (2 * right.next(random) - examples));
      }
    }
    return new ExampleSet(archetypes, examples, known(quality, rho), sums, null);
  }

  /// Examples of given archetypes, all kept: K M N draws, class by class.
  public static ExampleSet drawKept(
      Patterns archetypes, int examples, double quality, RandomStream random) {
    return drawKept(archetypes, examples, quality, random, MemoryLimit.ofThisProcess());
  }

  /// The same under a limit of memory.
  public static ExampleSet drawKept(
      Patterns archetypes, int examples, double quality, RandomStream random, MemoryLimit limit) {
    double rho = datasetEntropy(quality, examples);
    int spins = archetypes.spins();
    SignedRows sums = rows(spins, archetypes.count(), examples, examples, limit);
    SignedRows kept = new SignedRows(spins, archetypes.count() * examples, 1);
    double right = (1 + quality) / 2;
    for (int mu = 0; mu < archetypes.count(); mu++) {
      for (int a = 0; a < examples; a++) {
        for (int i = 0; i < spins; i++) {
          int sign = archetypes.at(mu, i) * (random.nextDouble() < right ? 1 : -1);
          kept.put(i, mu * examples + a, sign);
          sums.put(i, mu, sums.at(i, mu) + sign);
        }
      }
    }
    return new ExampleSet(archetypes, examples, known(quality, rho), sums, new Patterns(kept));
  }

  /// A person's own examples by class. The quality is estimated from how far they agree, and the
  /// archetype of a class is the sign of its sum, +1 where that is 0.
  ///
  /// @param byClass for each class M examples (the same M, 2 or more) of N signs
  public static ExampleSet of(byte[][][] byClass) {
    return OwnExamples.read(byClass).set();
  }

  /// A person's own examples by class, with the archetypes that they are examples of.
  public static ExampleSet of(byte[][][] byClass, Patterns archetypes) {
    return OwnExamples.read(byClass).set(archetypes);
  }

  static ExampleSet estimated(Patterns archetypes, Patterns kept, SignedRows sums) {
    int examples = kept.count() / sums.count();
    double moment = 0;
    for (int i = 0; i < sums.spins(); i++) {
      long squares = 0;
      for (int mu = 0; mu < sums.count(); mu++) {
        squares += (long) sums.at(i, mu) * sums.at(i, mu);
      }
      moment += squares;
    }
    moment /= (double) sums.spins() * sums.count() * examples * examples;
    double square = (moment * examples - 1) / (examples - 1.0);
    if (!(square > 0)) {
      throw new IllegalArgumentException(
          "examples of a class must agree more than coins do, was a squared quality of " + square);
    }
    return new ExampleSet(
        archetypes, examples, new Quality(Math.sqrt(square), moment, true), sums, kept);
  }

  static SignedRows rows(int spins, int classes, int examples, int kept, MemoryLimit limit) {
    limit.require(
        "a set of %d classes of %d examples of %d spins".formatted(classes, examples, spins),
        SignedRows.size(spins, classes, examples) + (double) spins * classes * kept);
    if ((long) classes * kept > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "examples of all classes must be below 2^31 - 8, was " + (long) classes * kept);
    }
    return new SignedRows(spins, classes, examples);
  }

  private static void requireQuality(double quality) {
    if (!(quality > 0 && quality <= 1)) {
      throw new IllegalArgumentException(
          "quality must be in (0, 1] (at 0 the dataset entropy is infinite), was " + quality);
    }
  }

  private static Quality known(double r, double rho) {
    return new Quality(r, r * r * (1 + rho), false);
  }

  /// K.
  public int classes() {
    return sums.count();
  }

  /// N.
  public int spins() {
    return sums.spins();
  }

  /// M.
  public int examples() {
    return examples;
  }

  /// r, given or estimated: [#qualityEstimated] says which.
  public double quality() {
    return quality.r();
  }

  /// Whether the quality was estimated from the examples.
  public boolean qualityEstimated() {
    return quality.estimated();
  }

  /// rho = (1 - r^2)/(M r^2).
  public double datasetEntropy() {
    return datasetEntropy(quality(), examples);
  }

  /// R, the second moment of a class's mean: r^2 (1 + rho), or the measured one where the quality
  /// is estimated.
  public double secondMoment() {
    return quality.secondMoment();
  }

  /// What the examples are examples of.
  public Patterns archetypes() {
    return archetypes;
  }

  /// The sum of a class's examples at a spin, in [-M, M].
  public int sum(int group, int spin) {
    return sums.at(spin, group);
  }

  /// Whether the examples themselves are kept.
  public boolean keepsExamples() {
    return kept != null;
  }

  /// One example, as a copy.
  ///
  /// @throws IllegalStateException where only sums are kept
  public byte[] example(int group, int example) {
    Signs.require("class", group, 0, classes() - 1);
    Signs.require("example", example, 0, examples - 1);
    return kept().row(group * examples + example);
  }

  /// The overlap of a state with the normalised mean of a class, n = (1/N) sum_i y_i sigma_i.
  public double overlap(int group, byte[] state) {
    Signs.require("class", group, 0, classes() - 1);
    Signs.require("state", state, spins());
    long sum = 0;
    for (int i = 0; i < state.length; i++) {
      sum += (long) sums.at(i, group) * state[i];
    }
    return sum / (state.length * unit());
  }

  /// M sqrt(R): what a sum is divided by to give y.
  double unit() {
    return examples * Math.sqrt(secondMoment());
  }

  SignedRows sums() {
    return sums;
  }

  /// All examples as patterns, class by class.
  Patterns kept() {
    if (kept == null) {
      throw new IllegalStateException(
          "examples must be kept (ExampleSet.drawKept or ExampleSet.of), were only summed");
    }
    return kept;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d classes of %d examples of %d spins, quality %.4g%s, dataset entropy %.4g",
        classes(),
        examples,
        spins(),
        quality(),
        qualityEstimated() ? " (estimated)" : "",
        datasetEntropy());
  }
}
