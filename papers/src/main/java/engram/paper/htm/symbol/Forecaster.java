// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.symbol;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.encode.CategoryEncoder;
import engram.sequence.forecast.rival.SymbolElm;
import engram.sequence.forecast.rival.SymbolLstm;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.htm.memory.TemporalMemory;
import engram.sequence.sdr.Sdr;
import engram.state.Machine;
import java.util.List;

/// Something that learns a stream of symbols while it forecasts it. It chooses among the symbols of
/// the sequences; noise it sees and never names.
sealed interface Forecaster {
  /// Whether a symbol is among those it expects next.
  boolean expects(int symbol);

  /// Takes the next symbol.
  void see(int symbol);

  /// The paper's memory: symbols are random codes of 41 of 2,048 columns, and are ranked by how
  /// many of their columns are predicted, ties at random.
  final class Memory implements Forecaster {
    private final TemporalMemory memory;
    private final CategoryEncoder codes;
    private final RandomStream ties;
    private final int ranked;
    private final ActiveBits input = new ActiveBits(CategoryEncoder.WIDTH);

    private Memory(TemporalMemory memory, CategoryEncoder codes, int ranked, RandomStream ties) {
      this.memory = memory;
      this.codes = codes;
      this.ranked = ranked;
      this.ties = ties;
    }

    /// The paper's memory for sequences, with other cells a column; 1 makes it first order.
    static MemorySettings settings(int cells) {
      return settings(cells, MemorySettings.SEQUENCES.dendrites().activationThreshold());
    }

    /// The same with another number of synapses that make a segment respond.
    static MemorySettings settings(int cells, int threshold) {
      MemorySettings paper = MemorySettings.SEQUENCES;
      MemorySettings.Dendrites d = paper.dendrites();
      return new MemorySettings(
          paper.columns(),
          cells,
          new MemorySettings.Dendrites(
              threshold, d.minThreshold(), d.maxNewSynapses(), d.maxSegments(), d.maxSynapses()),
          paper.plasticity());
    }

    /// A memory that has seen nothing.
    ///
    /// @param ranked how many symbols it names
    static Memory of(MemorySettings settings, int ranked, Seeds seeds) {
      return new Memory(
          new TemporalMemory(settings, seeds.child("memory")),
          new CategoryEncoder(Stream.ALL, seeds.stream("codes")),
          ranked,
          seeds.stream("ranks"));
    }

    /// The same memory, learning or not, with some of its cells dead.
    ///
    /// @param dead which share of the cells
    Memory damaged(double dead, boolean learning, Seeds seeds) {
      TemporalMemory damaged = memory.fork();
      int cells = memory.settings().cells();
      int[] drawn = seeds.stream("dead").sample(cells, (int) Math.round(dead * cells));
      damaged.kill(Sdr.of(cells, drawn));
      damaged.setLearning(learning);
      return new Memory(damaged, codes, ranked, seeds.stream("ranks"));
    }

    @Override
    public boolean expects(int symbol) {
      long[] predicted = Sdr.of(CategoryEncoder.WIDTH, memory.predictedColumns()).bits();
      int overlap = codes.overlap(symbol, predicted);
      int above = 0;
      int equal = 0;
      for (int other = 0; other < Endings.SYMBOLS && above < ranked; other++) {
        int theirs = other == symbol ? -1 : codes.overlap(other, predicted);
        above += theirs > overlap ? 1 : 0;
        equal += theirs == overlap ? 1 : 0;
      }
      return above < ranked && above + (equal == 0 ? 0 : ties.nextInt(equal + 1)) < ranked;
    }

    @Override
    public void see(int symbol) {
      input.clear();
      codes.encode(symbol, 0, input);
      memory.advance(input);
    }
  }

  /// A rival that gives the symbols it expects, the likeliest first.
  final class Ranked implements Forecaster {
    private final Machine<Integer, List<Integer>> machine;
    private List<Integer> nearest = List.of();

    private Ranked(Machine<Integer, List<Integer>> machine) {
      this.machine = machine;
    }

    /// An OS-ELM over the last ten symbols that has seen nothing.
    ///
    /// @param ranked how many symbols it names
    static Ranked elm(int ranked, Seeds seeds) {
      return new Ranked(
          new SymbolElm(
              SymbolElm.Settings.published(Stream.ALL, Endings.SYMBOLS),
              ranked,
              seeds.child("elm")));
    }

    /// An LSTM that has seen nothing.
    ///
    /// @param window how many symbols it is trained on, the last ones
    /// @param updates steps of each training
    /// @param ranked how many symbols it names
    static Ranked lstm(int window, int updates, int ranked, Seeds seeds) {
      return new Ranked(
          new SymbolLstm(
              SymbolLstm.Settings.published(Stream.ALL, Endings.SYMBOLS, window, updates),
              ranked,
              seeds.child("lstm", window)));
    }

    @Override
    public boolean expects(int symbol) {
      return nearest.contains(symbol);
    }

    @Override
    public void see(int symbol) {
      nearest = machine.step(symbol);
    }
  }
}
