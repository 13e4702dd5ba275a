// SPDX-License-Identifier: Apache-2.0
package engram.sequence.forecast.rival;

import engram.autodiff.array.Values;
import engram.error.DataCorruptException;
import engram.random.Seeds;
import engram.source.FromPaper;
import engram.state.Machine;
import engram.state.Snapshot;
import java.util.Arrays;
import java.util.List;

/// Forecasts the next symbol of a sequence by a net of long short-term memory (LSTM): each symbol
/// has a random code, uniform in [-1, 1) in each place; the code of a symbol is the input, that of
/// the next one the target, and the candidates are ranked by how near their codes lie to what the
/// net gives. Every so many symbols the net is made anew and trained on the last ones, see
/// [LstmTraining]; between trainings a symbol is one more step of it.
///
/// As with [SymbolElm], squared error asks for the mean of the codes that may follow. Before the
/// first training it gives none. Same seeds and inputs give the same bits.
///
/// References: see the package, [1], [4] and [5].
@FromPaper(value = "htm", at = "spec baselines, LSTM")
public final class SymbolLstm implements Machine<Integer, List<Integer>> {
  private static final String FORMAT = "symbol-lstm";
  private static final int VERSION = 1;
  private static final double RATE = 0.02;

  private final Settings settings;
  private final int ranked;
  private final Seeds seeds;
  private final SymbolCodes codes;
  private final LstmNet net;
  private int[] last = new int[0];
  private long seen;

  /// Parameters of a [SymbolLstm].
  ///
  /// @param symbols how many there are, from 1; they are numbered from 0
  /// @param candidates how many of them, the first, may be forecast, 1 to all; the others are noise
  ///   that is only seen
  /// @param codeLength places of a code, from 1
  /// @param units from 1
  /// @param training when and how it learns, counted in symbols
  public record Settings(
      int symbols, int candidates, int codeLength, int units, LstmTraining training) {
    /// Checks the ranges.
    public Settings {
      if (symbols < 1 || codeLength < 1 || units < 1) {
        throw new IllegalArgumentException(
            "symbols, codeLength and units must be at least 1, were "
                + Arrays.toString(new int[] {symbols, codeLength, units}));
      }
      SymbolCodes.requireCount("candidates", candidates, symbols);
    }

    /// The paper's: codes of 25 places, 20 units, trained every 1,000 symbols.
    ///
    /// @param windowRows 1,000, 3,000 or 9,000 in the paper
    /// @param updates steps of a training; 600 learn the paper's sequences
    public static Settings published(int symbols, int candidates, int windowRows, int updates) {
      return new Settings(
          symbols, candidates, 25, 20, new LstmTraining(windowRows, 1000, 1000, updates, RATE));
    }
  }

  /// @param settings how
  /// @param ranked how many symbols it gives, 1 to all candidates
  /// @param seeds where codes and weights are drawn
  public SymbolLstm(Settings settings, int ranked, Seeds seeds) {
    SymbolCodes.requireCount("ranked", ranked, settings.candidates());
    this.settings = settings;
    this.ranked = ranked;
    this.seeds = seeds;
    int length = settings.codeLength();
    codes =
        new SymbolCodes(settings.symbols(), settings.candidates(), length, seeds.stream("codes"));
    net =
        new LstmNet(
            new LstmNet.Sizes(length, settings.units(), length), settings.training(), seeds);
  }

  /// Takes a symbol and gives those that may come next, the likeliest first; none in the beginning.
  ///
  /// @throws IllegalArgumentException if there is no such symbol
  @Override
  public List<Integer> step(Integer symbol) {
    codes.check(symbol);
    int kept = Math.min(last.length, settings.training().windowRows());
    int[] now = Arrays.copyOfRange(last, last.length - kept, last.length + 1);
    now[kept] = symbol;
    last = now;
    seen++;
    if (settings.training().isDue(seen)) {
      return trained();
    }
    if (seen < settings.training().firstRow()) {
      return List.of();
    }
    double[] code = new double[settings.codeLength()];
    codes.copy(symbol, code, 0);
    return nearest(net.step(code, 0));
  }

  /// What the net gives at the present symbol once it has learned the window.
  private List<Integer> trained() {
    LstmTraining training = settings.training();
    int length = settings.codeLength();
    int pairs = training.pairs(last.length - 1);
    double[] window = new double[(pairs + 1) * length];
    for (int i = 0; i <= pairs; i++) {
      codes.copy(last[last.length - 1 - pairs + i], window, i * length);
    }
    double[] next = Arrays.copyOfRange(window, length, window.length);
    net.train((seen - training.firstRow()) / training.everyRows(), window, next, pairs);
    for (int i = 0; i < pairs; i++) {
      net.step(window, i * length);
    }
    return nearest(net.step(window, pairs * length));
  }

  private List<Integer> nearest(Values expected) {
    return codes.nearest(expected.toDoubles(), ranked);
  }

  private String made() {
    return settings + " " + ranked + " " + seeds;
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.named(FORMAT, VERSION)
        .note("settings", made())
        .number("seen", "1", seen)
        .ints("last", "1", last)
        .part("net", net.snapshot())
        .build();
  }

  @Override
  public void restore(Snapshot snapshot) {
    String theirs = snapshot.require(FORMAT, VERSION).notes().getOrDefault("settings", "");
    int[] newLast = snapshot.ints("last");
    long newSeen = snapshot.number("seen");
    boolean fits = newLast.length == Math.min(newSeen, settings.training().windowRows() + 1L);
    if (!made().equals(theirs) || !fits || !codes.areSymbols(newLast)) {
      throw new DataCorruptException(
          "forecaster must be " + made() + " with its last symbols, was " + theirs);
    }
    net.restore(snapshot.part("net"));
    last = newLast;
    seen = newSeen;
  }

  @Override
  public SymbolLstm fork() {
    SymbolLstm fork = new SymbolLstm(settings, ranked, seeds);
    fork.restore(snapshot());
    return fork;
  }
}
