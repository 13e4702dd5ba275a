// SPDX-License-Identifier: Apache-2.0
package engram.bench.htm;

import engram.random.Seeds;
import engram.sequence.encode.ActiveBits;
import engram.sequence.htm.memory.MemorySettings;
import engram.sequence.htm.memory.TemporalMemory;
import engram.sequence.htm.pool.PoolerSettings;
import engram.sequence.htm.pool.SpatialPooler;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// This library's pooler and memory.
final class HtmOwn implements HtmEngine {
  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final List<ActiveBits> codes;
  private final long before = Heap.live();
  private final SpatialPooler pooler;
  private final long poolerBytes;
  private final TemporalMemory memory = new TemporalMemory(MemorySettings.ANOMALIES, Seeds.of(1));
  private final ActiveBits columns;
  private int next;

  HtmOwn(List<ActiveBits> codes) {
    PoolerSettings pooling = PoolerSettings.anomalies(codes.getFirst().population(), 2048, 40);
    this.codes = codes;
    this.pooler = new SpatialPooler(pooling, Seeds.of(1));
    this.columns = new ActiveBits(pooling.columns());
    this.poolerBytes = Heap.live() - before;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public Turn turn(int records) {
    long pooling = 0;
    long remembering = 0;
    double surprise = 0;
    for (int i = 0; i < records; i++) {
      ActiveBits code = codes.get(next++);
      long start = clock.getCurrentThreadCpuTime();
      pooler.advance(code, columns);
      long pooled = clock.getCurrentThreadCpuTime();
      surprise += memory.advance(columns);
      remembering += clock.getCurrentThreadCpuTime() - pooled;
      pooling += pooled - start;
    }
    return new Turn(pooling / 1e9, remembering / 1e9, surprise / records);
  }

  @Override
  public Size size() {
    return new Size(memory.synapses(), Heap.live() - before);
  }

  /// Bytes that the memory alone keeps alive for each synapse.
  double bytesPerSynapse() {
    return (double) (size().bytes() - poolerBytes) / memory.synapses();
  }
}
