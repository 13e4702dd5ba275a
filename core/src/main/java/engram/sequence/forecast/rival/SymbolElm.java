// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.readout.RandomFeatures;
import engram.readout.RecursiveLeastSquares;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.List;

/// Forecasts the next symbol of a sequence by an OS-ELM: each symbol has a random code, uniform in
/// [-1, 1) in each place; the last codes are the input, the code of the next symbol is the target,
/// and the candidates are ranked by how near their codes lie to the expected one.
///
///     learn   beta'h(t - 1) -> c(symbol at t),   h(t) = sigmoid(W (c(t - L + 1), ..., c(t)) + b)
///     give    the candidates by |c - beta'h(t)|, nearest first
///
/// Where several symbols may follow, least squares expects the mean of their codes, which need be
/// near none of them: that is what this rival is known to fail at. Before the first solution over
/// the initial rows it gives none. Same seeds and inputs give the same bits.
///
/// References: see the package, [1] and [2].
@FromPaper(value = "htm", at = "spec baselines, OS-ELM")
public final class SymbolElm implements Machine<Integer, List<Integer>> {
  private static final String FORMAT = "symbol-elm";
  private static final int VERSION = 1;

  private final Settings settings;
  private final int ranked;
  private final Seeds seeds;
  private final SymbolCodes codes;
  private final RandomFeatures hidden;
  private final RecursiveLeastSquares readout;
  private int[] first = new int[0];
  private int[] last = new int[0];
  private boolean begun;

  /// Parameters of a [SymbolElm].
  ///
  /// @param symbols how many there are, from 1; they are numbered from 0
  /// @param candidates how many of them, the first, may be forecast, 1 to all; the others are noise
  ///   that is only seen
  /// @param codeLength places of a code, from 1
  /// @param hiddenUnits from 1
  /// @param lags how many symbols it sees, from 1
  /// @param initialRows how many symbols come before the first solution, above the lags
  /// @param ridge of the least squares, above 0
  public record Settings(
      int symbols,
      int candidates,
      int codeLength,
      int hiddenUnits,
      int lags,
      int initialRows,
      double ridge) {
    /// Checks the ranges.
    public Settings {
      if (symbols < 1 || codeLength < 1 || hiddenUnits < 1 || lags < 1) {
        throw new IllegalArgumentException(
            "symbols, codeLength, hiddenUnits and lags must be at least 1, were "
                + Arrays.toString(new int[] {symbols, codeLength, hiddenUnits, lags}));
      }
      SymbolCodes.requireCount("candidates", candidates, symbols);
      if (initialRows <= lags) {
        throw new IllegalArgumentException(
            "initialRows must be above lags, " + lags + ", was " + initialRows);
      }
    }

    /// The paper's: codes of 25 places, 200 hidden units, 10 lags. How many rows make its beginning
    /// is not stated; 500, as on the taxi series. Nor is it stated that noise is no candidate; but
    /// so the paper's accuracies come out, and with all symbols as candidates they do not.
    public static Settings published(int symbols, int candidates) {
      return new Settings(symbols, candidates, 25, 200, 10, 500, 1e-6);
    }
  }

  /// @param settings how
  /// @param ranked how many symbols it gives, 1 to all candidates
  /// @param seeds where codes and hidden layer are drawn
  public SymbolElm(Settings settings, int ranked, Seeds seeds) {
    SymbolCodes.requireCount("ranked", ranked, settings.candidates());
    this.settings = settings;
    this.ranked = ranked;
    this.seeds = seeds;
    int length = settings.codeLength();
    codes =
        new SymbolCodes(settings.symbols(), settings.candidates(), length, seeds.stream("codes"));
    hidden = new RandomFeatures(settings.lags() * length, settings.hiddenUnits(), seeds);
    readout = new RecursiveLeastSquares(settings.hiddenUnits(), length, settings.ridge());
  }

  /// Takes a symbol and gives those that may come next, the likeliest first; none in the beginning.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  @Override
  public List<Integer> step(Integer symbol) {
    codes.check(symbol);
    if (begun) {
      readout.learn(features(last, last.length), code(symbol));
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = symbol;
    } else {
      first = Arrays.copyOf(first, first.length + 1);
      first[first.length - 1] = symbol;
      if (first.length < settings.initialRows()) {
        return List.of();
      }
      begin();
    }
    return nearest();
  }

  private void begin() {
    int lags = settings.lags();
    int units = settings.hiddenUnits();
    int length = settings.codeLength();
    int pairs = first.length - lags;
    double[] h = new double[pairs * units];
    double[] t = new double[pairs * length];
    for (int i = 0; i < pairs; i++) {
      System.arraycopy(features(first, i + lags), 0, h, i * units, units);
      codes.copy(first[i + lags], t, i * length);
    }
    readout.begin(h, t, pairs);
    last = Arrays.copyOfRange(first, first.length - lags, first.length);
    first = new int[0];
    begun = true;
  }

  private double[] code(int symbol) {
    double[] code = new double[settings.codeLength()];
    codes.copy(symbol, code, 0);
    return code;
  }

  /// Features of the symbols before an index.
  private double[] features(int[] symbols, int end) {
    int length = settings.codeLength();
    double[] x = new double[settings.lags() * length];
    for (int i = 0; i < settings.lags(); i++) {
      int symbol = symbols[end - settings.lags() + i];
      codes.copy(symbol, x, i * length);
    }
    double[] h = new double[settings.hiddenUnits()];
    hidden.of(x, h, 0);
    return h;
  }

  private List<Integer> nearest() {
    double[] expected = new double[settings.codeLength()];
    readout.expect(features(last, last.length), expected);
    return codes.nearest(expected, ranked);
  }

  private String made() {
    return settings + " " + ranked + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .ints("first", "1", first)
        .ints("last", "1", last)
        .part("readout", readout.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    int[] newFirst = snapshot.ints("first");
    int[] newLast = snapshot.ints("last");
    boolean fits =
        newLast.length == 0
            ? newFirst.length < settings.initialRows()
            : newLast.length == settings.lags() && newFirst.length == 0;
    if (!made().equals(theirs)
        || !fits
        || !codes.areSymbols(newFirst)
        || !codes.areSymbols(newLast)) {
      throw new DataCorruptException(
          "forecaster must be " + made() + " with its last symbols, was " + theirs);
    }
    readout.restore(snapshot.part("readout"));
    first = newFirst;
    last = newLast;
    begun = newLast.length > 0;
  }

  @Override
  public SymbolElm fork() {
    SymbolElm fork = new SymbolElm(settings, ranked, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
