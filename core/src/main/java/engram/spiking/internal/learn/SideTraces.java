// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal.learn;

import engram.spiking.internal.synapse.Column;
import java.util.Arrays;
import java.util.List;

/// The two traces of each neuron of one side of a projection, as they were just before and just
/// after the neuron's last spike.
final class SideTraces {
  final long[] last;
  final double[] before;
  final double[] slowBefore;
  final double[] after;
  final double[] slowAfter;

  SideTraces(int neurons) {
    last = new long[neurons];
    Arrays.fill(last, -1);
    before = new double[neurons];
    slowBefore = new double[neurons];
    after = new double[neurons];
    slowAfter = new double[neurons];
  }

  /// A spike of neuron i.
  void spike(int i, long step, double fastBefore, double slow, double fastAfter, double slower) {
    last[i] = step;
    before[i] = fastBefore;
    slowBefore[i] = slow;
    after[i] = fastAfter;
    slowAfter[i] = slower;
  }

  void put(List<Column> columns, Column.Kind kind, String path) {
    columns.add(new Column(kind, path + "last", last));
    columns.add(new Column(kind, path + "before", before));
    columns.add(new Column(kind, path + "slow-before", slowBefore));
    columns.add(new Column(kind, path + "after", after));
    columns.add(new Column(kind, path + "slow-after", slowAfter));
  }
}
