// SPDX-License-Identifier: Apache-2.0
package engram.sequence.anomaly;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.sequence.encode.ScalarEncoder;
import engram.sequence.encode.ScalarRange;
import engram.sequence.htm.Anomaly;
import engram.sequence.htm.AnomalyModel;
import engram.sequence.htm.SdrClassifier;
import engram.sequence.sdr.Sdr;
import engram.state.Snapshot;
import java.util.Arrays;

/// An anomaly model on a scale, with a classifier that says what it expects next.
final class ScaledModel {
  private static final String FORMAT = "scaled-model";
  private static final int VERSION = 1;
  private static final double RANGE_TOLERANCE = 0.05;

  /// Steps of the means of surprise: those of the likelihood's mean, and of a long past.
  private static final long SHORT = 10;

  private static final long LONG = 2000;

  /// The range with a fifth of it on both sides, in parts of two hundredths of the range.
  private static final ScalarEncoder BUCKETS =
      ScalarEncoder.ofWidth(
          new ScalarRange(-0.2 * Scale.PARTS, 1.2 * Scale.PARTS, ScalarRange.Edge.CLIP), 1, 71);

  private final Scale scale;
  private final AnomalyModel model;
  private final SdrClassifier classifier;
  private Expectation next = Expectation.NONE;
  private long steps;
  private double shortMean;
  private double longMean;
  private double least = Double.NaN;
  private double most = Double.NaN;

  /// @param model that has seen nothing; becomes its own
  ScaledModel(Scale scale, AnomalyModel model) {
    this(scale, model, classifier(model));
  }

  private ScaledModel(Scale scale, AnomalyModel model, SdrClassifier classifier) {
    this.scale = scale;
    this.model = model;
    this.classifier = classifier;
  }

  private static SdrClassifier classifier(AnomalyModel model) {
    return new SdrClassifier(
        new SdrClassifier.Settings(
            model.memory().memory().settings().cells(),
            BUCKETS.buckets(),
            1,
            SdrClassifier.Settings.TAXI_RATE));
  }

  Scale scale() {
    return scale;
  }

  Finding step(TimedValue input) {
    double value = input.value();
    double scaled = scale.scaled(value);
    Anomaly anomaly = model.step(new TimedValue(input.time(), scaled));
    boolean calm = surprise(anomaly.surprise());
    boolean changed = least == most && value != least;
    double tolerance = RANGE_TOLERANCE * (most - least);
    boolean left = most > least && (value > most + tolerance || value < least - tolerance);
    Finding.Cause cause =
        changed
            ? Finding.Cause.CHANGE
            : left ? Finding.Cause.RANGE : calm ? Finding.Cause.CALM : Finding.Cause.PATTERN;
    double score = changed ? 1 : anomaly.score();
    Finding finding =
        new Finding(Finding.State.JUDGED, value, next, score, anomaly.likelihood(), cause);
    least = Double.isNaN(least) ? value : Math.min(least, value);
    most = Double.isNaN(most) ? value : Math.max(most, value);
    next = expect(scaled);
    return finding;
  }

  /// Takes a surprise into its short and its long mean; whether the short one is the lower.
  private boolean surprise(double now) {
    steps++;
    shortMean += (now - shortMean) / Math.min(steps, SHORT);
    longMean += (now - longMean) / Math.min(steps, LONG);
    return shortMean < longMean;
  }

  private Expectation expect(double scaled) {
    int[] cells = model.memory().memory().activeCells();
    Sdr pattern = Sdr.of(model.memory().memory().settings().cells(), cells);
    var labelled = new SdrClassifier.Labelled(pattern, BUCKETS.bucket(scaled), scaled);
    return Expectation.of(classifier.step(labelled), BUCKETS, scale);
  }

  Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .doubles("scale", "1", new double[] {scale.least(), scale.most()})
        .doubles("seen", "1", new double[] {least, most})
        .number("steps", "1", steps)
        .doubles("surprise", "1", new double[] {shortMean, longMean})
        .doubles("next", "1", new double[] {next.value(), next.low(), next.high()})
        .part("model", model.snapshot())
        .part("classifier", classifier.snapshot())
        .build();
  }

  static ScaledModel restored(Snapshot snapshot, AnomalyModel blank) {
    snapshot.require(FORMAT, VERSION);
    double[] ends = snapshot.doubles("scale");
    double[] seen = snapshot.doubles("seen");
    double[] surprise = snapshot.doubles("surprise");
    double[] expected = snapshot.doubles("next");
    long behind = snapshot.number("steps");
    if (ends.length != 2
        || seen.length != 2
        || surprise.length != 2
        || expected.length != 3
        || behind < 0) {
      throw new DataCorruptException(
          "scaled model must have two ends, extremes and means, and three borders, has not");
    }
    boolean isNothing = Double.isNaN(seen[0]) && Double.isNaN(seen[1]);
    boolean isRange = seen[0] <= seen[1] && Double.isFinite(seen[0]) && Double.isFinite(seen[1]);
    check("extremes", seen, behind == 0 ? isNothing : isRange);
    check("means of surprise", surprise, isShare(surprise[0]) && isShare(surprise[1]));
    AnomalyModel model = blank.fork();
    model.restore(snapshot.part("model"));
    SdrClassifier classifier = classifier(blank);
    classifier.restore(snapshot.part("classifier"));
    try {
      ScaledModel restored = new ScaledModel(new Scale(ends[0], ends[1]), model, classifier);
      restored.least = seen[0];
      restored.most = seen[1];
      restored.steps = behind;
      restored.shortMean = surprise[0];
      restored.longMean = surprise[1];
      restored.next = new Expectation(expected[0], expected[1], expected[2]);
      return restored;
    } catch (IllegalArgumentException e) {
      throw new DataCorruptException("scaled model: " + e.getMessage(), e);
    }
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  private static void check(String name, double[] values, boolean believable) {
    if (!believable) {
      throw new DataCorruptException(
          name
              + " of a scaled model must be those of one that has taken its steps, was "
              + Arrays.toString(values));
    }
  }
}
