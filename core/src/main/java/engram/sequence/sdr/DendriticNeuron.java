// SPDX-License-Identifier: Apache-2.0
package engram.sequence.sdr;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;
import java.util.List;

/// A neuron that is an OR over many dendritic segments, each an independent detector of one
/// pattern: it learns a pattern in one shot by connecting an unused segment to a random part of it.
///
/// ```java
/// var settings = DendriticNeuron.Settings.of(2000, 500, 20, 10);
/// var neuron = new DendriticNeuron(settings, Seeds.of(19).stream("neuron"));
/// neuron.learn(pattern);
/// boolean known = neuron.fires(SdrNoise.move(pattern, 0.3, random));   // true
/// ```
///
/// Segments are found through an inverted index, cell to segments, so that an input costs `a s D /
/// n` steps and not `s D`; it is made again at the first question after learning. Not for several
/// threads at once: questions share one scratch array.
///
/// References: see the package, [1] and [3].
@FromPaper(value = "sdr", at = "spec 5, 6")
public final class DendriticNeuron {
  /// What a neuron is made of.
  ///
  /// @param population n, cells it can connect to, 1 or more
  /// @param segments D, 1 or more
  /// @param synapses s a segment, in [1, n]
  /// @param threshold theta, in [1, s]
  /// @param response what a segment passes on to [#activation]
  /// @param permanences how synapses come and go in [#train]
  public record Settings(
      int population,
      int segments,
      int synapses,
      int threshold,
      SegmentResponse response,
      Permanences permanences) {
    /// Checks the ranges.
    public Settings {
      if (population < 1) {
        throw new IllegalArgumentException("population must be 1 or more, was " + population);
      }
      if (segments < 1) {
        throw new IllegalArgumentException("segments must be 1 or more, was " + segments);
      }
      SdrMath.requireWithin("synapses", synapses, "population", population);
      Segment.requireThreshold(threshold, synapses);
    }

    /// All-or-nothing segments with the authors' permanences.
    public static Settings of(int population, int segments, int synapses, int threshold) {
      return new Settings(
          population,
          segments,
          synapses,
          threshold,
          new SegmentResponse.Spike(threshold),
          Permanences.PUBLISHED);
    }
  }

  private final Settings settings;
  private final RandomStream random;
  private final SynapseTable table;
  private final int[] overlaps;
  private int learned;

  /// A neuron without synapses.
  ///
  /// @param random where the choice of synapses comes from
  public DendriticNeuron(Settings settings, RandomStream random) {
    this.settings = settings;
    this.random = random;
    this.table = new SynapseTable(settings.population(), settings.segments(), settings.synapses());
    this.overlaps = new int[settings.segments()];
  }

  /// What it is made of.
  public Settings settings() {
    return settings;
  }

  /// How many segments hold a pattern.
  public int learned() {
    return learned;
  }

  /// Learns a pattern in one shot: connects the next unused segment to s random cells of it.
  ///
  /// @throws IllegalArgumentException if the pattern has fewer than s active cells
  /// @throws IllegalStateException if no segment is unused
  public void learn(Sdr pattern) {
    pattern.requireSamePopulation(settings.population());
    requireUnused();
    connect(learned, pattern);
    learned++;
  }

  /// Learns many patterns at once, also more than there are unused segments. Where each can have a
  /// segment of its own, as by [#learn(Sdr)]. Otherwise the patterns are parted by k-means into as
  /// many clusters as segments are unused, and a segment sees first the cells that several members
  /// of its cluster share, the most common first, then further cells of whichever member it
  /// overlaps least. Costs patterns times segments times a steps a round of k-means. Nothing is
  /// learned where the call is refused.
  ///
  /// @throws IllegalArgumentException if a pattern has fewer than s active cells
  /// @throws IllegalStateException if there are patterns and no segment is unused
  public void learn(List<Sdr> patterns) {
    for (Sdr pattern : patterns) {
      requireLearnable(pattern);
    }
    int unused = settings.segments() - learned;
    if (patterns.size() <= unused) {
      patterns.forEach(this::learn);
      return;
    }
    requireUnused();
    for (List<Sdr> cluster : PatternClusters.of(patterns, unused, random)) {
      int[] cells = SharedCells.of(cluster, settings.synapses(), random);
      table.connect(learned, cells, settings.permanences().initial());
      learned++;
    }
  }

  /// Whether any segment reaches its threshold.
  public boolean fires(Sdr input) {
    count(input);
    for (int overlap : overlaps) {
      if (overlap >= settings.threshold()) {
        return true;
      }
    }
    return false;
  }

  /// The sum over all segments of what each passes on to the cell body.
  public double activation(Sdr input) {
    count(input);
    double sum = 0;
    for (int overlap : overlaps) {
      sum += settings.response().to(overlap);
    }
    return sum;
  }

  /// The overlap of each segment with an input.
  public int[] overlaps(Sdr input) {
    count(input);
    return overlaps.clone();
  }

  /// The segment of that number, as it is now.
  ///
  /// @throws IllegalStateException if it has fewer synapses than the threshold
  public Segment segment(int number) {
    int[] cells = table.cells(number);
    if (cells.length < settings.threshold()) {
      throw new IllegalStateException(
          "segment "
              + number
              + " must have learned a pattern, was with "
              + cells.length
              + " synapses");
    }
    return new Segment(cells, settings.threshold());
  }

  /// Learns from one labelled input, on line. Where the neuron is right to fire, the strongest
  /// segment's active synapses grow firmer, its inactive ones weaker, and what is lost is replaced
  /// by other active cells. Where it is wrong to fire, the strongest segment's active synapses grow
  /// weaker. Where it is wrong to be silent, the weakest segment, if more than half of its synapses
  /// are gone, begins anew on this input.
  ///
  /// @param positive whether the neuron should fire
  /// @return whether it fired
  public boolean train(Sdr input, boolean positive) {
    count(input);
    int strongest = 0;
    for (int i = 1; i < overlaps.length; i++) {
      strongest = overlaps[i] > overlaps[strongest] ? i : strongest;
    }
    boolean fired = overlaps[strongest] >= settings.threshold();
    Permanences rule = settings.permanences();
    if (fired) {
      double active = positive ? rule.increment() : -rule.decrement();
      table.change(strongest, input, active, positive ? -rule.decrement() : 0, rule.connected());
      if (positive) {
        table.replaceLost(strongest, input, rule.initial(), random);
      }
    } else if (positive) {
      int weakest = table.weakest();
      if (table.medianPermanence(weakest) < rule.connected()) {
        connect(weakest, input);
        learned = Math.max(learned, weakest + 1);
      }
    }
    return fired;
  }

  private void requireUnused() {
    if (learned == settings.segments()) {
      throw new IllegalStateException(
          "segments must be unused for a new pattern, was " + learned + " used of " + learned);
    }
  }

  private void requireLearnable(Sdr pattern) {
    pattern.requireSamePopulation(settings.population());
    if (settings.synapses() > pattern.size()) {
      throw new IllegalArgumentException(
          "synapses must be at most the pattern's size "
              + pattern.size()
              + ", was "
              + settings.synapses());
    }
  }

  private void connect(int segment, Sdr pattern) {
    requireLearnable(pattern);
    int[] cells = pattern.subsample(settings.synapses(), random).cells();
    table.connect(segment, cells, settings.permanences().initial());
  }

  private void count(Sdr input) {
    input.requireSamePopulation(settings.population());
    Arrays.fill(overlaps, 0);
    table.addOverlaps(input, overlaps);
  }
}
