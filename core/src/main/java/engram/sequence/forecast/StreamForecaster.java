// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast;

import engram.data.series.TimedValue;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.sequence.anomaly.Expectation;
import engram.sequence.anomaly.RecentValues;
import engram.sequence.htm.SequenceModel;
import engram.state.Machine;
import engram.state.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Forecasts a stream some steps ahead by a sequence memory, and beside it by the plain rules that
/// the memory must beat: persistence, the same time last week, the mean of the last four weeks. All
/// are scored on the same rows, those for which each of them had a forecast.
///
/// The first values are gathered. Their median distance in time is the step, their range the scale;
/// then they are shown in order. The scale is made anew as in [engram.sequence.anomaly]. Where the
/// step does not divide a week, persistence is the only rule.
///
/// ```java
/// StreamForecaster forecaster = new StreamForecaster(ForecastSettings.of(5, 400), Seeds.of(1));
/// Outlook outlook = forecaster.step(new TimedValue(time, value));
/// ```
///
/// References: see the package, [1].
public final class StreamForecaster implements Machine<TimedValue, Outlook> {
  private static final String FORMAT = "stream-forecaster";
  private static final int VERSION = 2;
  private static final Duration WEEK = Duration.ofDays(7);

  private final ForecastSettings settings;
  private final SequenceModel<TimedValue> blank;
  private RecentValues recent;
  private @Nullable ScaledMemory memory;
  private Rivals rivals = Rivals.none();
  private @Nullable Instant last;
  private long sinceLook;

  /// The rules with the scores of all; none before the step is known.
  private record Rivals(
      Duration step,
      List<SeasonalForecaster> rules,
      List<ForecastScorer> scorers,
      CoverageScorer coverage) {
    static Rivals none() {
      return new Rivals(
          Duration.ZERO, List.of(), List.of(), new CoverageScorer(Duration.ofSeconds(1)));
    }

    static Rivals of(Duration step, int stepsAhead) {
      List<SeasonalForecaster> rules = new ArrayList<>();
      List<ForecastScorer> scorers = new ArrayList<>();
      scorers.add(new ForecastScorer(step));
      for (SeasonalRule rule : rules(step)) {
        rules.add(new SeasonalForecaster(rule, step, stepsAhead));
        scorers.add(new ForecastScorer(step));
      }
      return new Rivals(step, rules, scorers, new CoverageScorer(step));
    }

    static List<SeasonalRule> rules(Duration step) {
      boolean divides = step.multipliedBy(WEEK.dividedBy(step)).equals(WEEK);
      return divides
          ? List.of(
              SeasonalRule.persistence(),
              SeasonalRule.sameTimeLastWeek(),
              SeasonalRule.meanOfFourWeeks())
          : List.of(SeasonalRule.persistence());
    }
  }

  /// A forecaster that has seen nothing.
  public StreamForecaster(ForecastSettings settings, Seeds seeds) {
    this(settings, ScaledMemory.blank(settings, seeds));
  }

  private StreamForecaster(ForecastSettings settings, SequenceModel<TimedValue> blank) {
    this.settings = settings;
    this.blank = blank;
    this.recent = new RecentValues(settings.warmUpRows());
  }

  /// The usual time between two rows; zero while it is not known.
  public Duration usualStep() {
    return rivals.step;
  }

  /// What forecasts, the memory first; empty while the step is not known.
  public List<String> methods() {
    List<String> methods = new ArrayList<>();
    if (memory != null) {
      methods.add("sequence memory");
      Rivals.rules(rivals.step).forEach(rule -> methods.add(rule.title()));
    }
    return methods;
  }

  /// How far each lay from what came so far.
  public List<ForecastScore> scores() {
    return rivals.scorers.stream().map(ForecastScorer::score).toList();
  }

  /// How often what came lay in the memory's interval of nine tenths, on the rows that are scored.
  public Coverage coverage() {
    return rivals.coverage.score();
  }

  /// @throws DataCorruptException if no two of the first values have a time between them
  @Override
  public Outlook step(TimedValue input) {
    if (input.isMissing()) {
      return none(Outlook.State.MISSING, input);
    }
    if (last != null && input.time().isBefore(last)) {
      return none(Outlook.State.EARLIER, input);
    }
    last = input.time();
    recent.add(input);
    if (memory != null) {
      Outlook outlook = forecast(memory, input);
      look(memory);
      return outlook;
    }
    if (recent.isFull()) {
      begin();
    }
    return none(Outlook.State.LEARNING, input);
  }

  private Outlook none(Outlook.State state, TimedValue input) {
    Instant time = input.time();
    return new Outlook(state, time, input.value(), time, Expectation.NONE, List.of(), scores());
  }

  private void begin() {
    Duration step = recent.usualStep();
    if (step.isZero()) {
      throw new DataCorruptException(
          "times must go forward, were all equal in the first " + recent.size() + " rows");
    }
    ScaledMemory begun = fitted();
    rivals = Rivals.of(step, settings.stepsAhead());
    recent.all().forEach(value -> forecast(begun, value));
    memory = begun;
  }

  private ScaledMemory fitted() {
    return ScaledMemory.of(recent.scale(), recent.all(), blank);
  }

  private Outlook forecast(ScaledMemory by, TimedValue input) {
    Instant of = input.time().plus(rivals.step.multipliedBy(settings.stepsAhead()));
    rivals.scorers.forEach(scorer -> scorer.truth(input));
    rivals.coverage.truth(input);
    List<Double> values = new ArrayList<>();
    boolean all = true;
    for (SeasonalForecaster rule : rivals.rules) {
      Forecast forecast = rule.step(input);
      values.add(forecast.value());
      all &= !forecast.isMissing();
    }
    Expectation expected = by.step(input);
    if (all && expected.exists()) {
      rivals.scorers.getFirst().forecast(new Forecast(of, expected.value()));
      rivals.coverage.forecast(of, expected);
      for (int i = 0; i < values.size(); i++) {
        rivals.scorers.get(i + 1).forecast(new Forecast(of, values.get(i)));
      }
    }
    return new Outlook(
        Outlook.State.FORECAST, input.time(), input.value(), of, expected, values, scores());
  }

  /// Makes the memory anew where its scale has been outgrown.
  private void look(ScaledMemory now) {
    sinceLook++;
    if (sinceLook < Math.max(1, settings.warmUpRows() / 2)) {
      return;
    }
    sinceLook = 0;
    if (now.scale().isOutgrownBy(recent)) {
      ScaledMemory anew = fitted();
      recent.all().forEach(anew::step);
      memory = anew;
    }
  }

  @Override
  public Snapshot snapshot() {
    Instant time = last == null ? Instant.EPOCH : last;
    Snapshot.Builder builder =
        Snapshot.named(FORMAT, VERSION)
            .longs("settings", "1", new long[] {settings.stepsAhead(), settings.warmUpRows()})
            .booleans("begun", new boolean[] {last != null, memory != null})
            .longs("last", "1", new long[] {time.getEpochSecond(), time.getNano()})
            .number("since-look", "1", sinceLook)
            .longs("step", "1", new long[] {rivals.step.getSeconds(), rivals.step.getNano()})
            .part("recent", recent.snapshot());
    if (memory != null) {
      builder.part("memory", memory.snapshot()).part("coverage", rivals.coverage.snapshot());
    }
    for (int i = 0; i < rivals.rules.size(); i++) {
      builder.part("rule " + i, rivals.rules.get(i).snapshot());
    }
    for (int i = 0; i < rivals.scorers.size(); i++) {
      builder.part("scorer " + i, rivals.scorers.get(i).snapshot());
    }
    return builder.build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    snapshot.require(FORMAT, VERSION);
    long[] asked = snapshot.longs("settings");
    boolean[] begun = snapshot.booleans("begun");
    long[] time = snapshot.longs("last");
    long[] step = snapshot.longs("step");
    long since = snapshot.number("since-look");
    if (asked.length != 2
        || asked[0] != settings.stepsAhead()
        || asked[1] != settings.warmUpRows()) {
      throw new DataCorruptException(
          "model must look "
              + settings.stepsAhead()
              + " steps ahead after "
              + settings.warmUpRows()
              + " rows, was another");
    }
    if (begun.length != 2 || time.length != 2 || step.length != 2 || since < 0) {
      throw new DataCorruptException("model must have a time and a step, has not");
    }
    RecentValues kept = recent.restored(snapshot.part("recent"));
    ScaledMemory restored = begun[1] ? ScaledMemory.restored(snapshot.part("memory"), blank) : null;
    Rivals others = restored == null ? Rivals.none() : rivals(step, snapshot);
    memory = restored;
    rivals = others;
    recent = kept;
    last = begun[0] ? Instant.ofEpochSecond(time[0], time[1]) : null;
    sinceLook = since;
  }

  private Rivals rivals(long[] step, Snapshot snapshot) {
    Duration usual = Duration.ofSeconds(step[0], step[1]);
    if (!usual.isPositive()) {
      throw new DataCorruptException("step of a model must be above zero, was " + usual);
    }
    Rivals others = Rivals.of(usual, settings.stepsAhead());
    for (int i = 0; i < others.rules.size(); i++) {
      others.rules.get(i).restore(snapshot.part("rule " + i));
    }
    for (int i = 0; i < others.scorers.size(); i++) {
      others.scorers.get(i).restore(snapshot.part("scorer " + i));
    }
    others.coverage.restore(snapshot.part("coverage"));
    return others;
  }

  @Override
  public StreamForecaster fork() {
    StreamForecaster fork = new StreamForecaster(settings, blank);
    fork.restore(snapshot());
    return fork;
  }
}
