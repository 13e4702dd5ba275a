// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

import engram.autodiff.internal.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Decides which elementwise nodes run together, block by block, at the place of the last of them.
///
/// From the last node to the first, a node joins the group of its first reader if it has as many
/// elements, if rows of one width serve both, and if all that read it otherwise run later. So every
/// group has one last node, and whatever a member needs from outside is there before the group
/// runs.
final class Fusion {
  /// A node that reads another.
  private record Use(int reader, boolean dense) {}

  private final Graph graph;
  private final int[] root;
  private final List<List<Use>> uses = new ArrayList<>();
  private final int[] time;
  private final int[] width;

  /// @param needed ids of the nodes that are computed
  /// @param fixed ids of those that are computed once, by themselves
  /// @param root whose array each node has
  /// @param joined whether nodes run together at all
  Fusion(Graph graph, BitSet needed, BitSet fixed, int[] root, boolean joined) {
    this.graph = graph;
    this.root = root;
    time = new int[graph.size()];
    width = new int[graph.size()];
    Arrays.setAll(time, id -> id);
    for (int id = 0; id < graph.size(); id++) {
      uses.add(new ArrayList<>());
      if (needed.get(id) && root[id] == id) {
        for (Read read : Read.of(graph.node(id))) {
          uses.get(root[read.node().id()]).add(new Use(id, read.spread().isDense()));
          width[id] = Math.max(width[id], read.spread().width());
        }
      }
    }
    for (int id = graph.size() - 1; joined && id >= 0; id--) {
      if (needed.get(id) && !fixed.get(id) && isElementwise(id)) {
        join(id);
      }
    }
  }

  private boolean isElementwise(int id) {
    return root[id] == id && graph.node(id).operation() instanceof Elementwise;
  }

  private void join(int id) {
    int first = graph.size();
    for (Use use : uses.get(id)) {
      first = Math.min(first, time[use.reader]);
    }
    if (first == graph.size()
        || !isElementwise(first)
        || graph.node(first).shape().size() != graph.node(id).shape().size()
        || !new Spread(Spread.Kind.ROW, width[id])
            .fits(new Spread(Spread.Kind.ROW, width[first]))) {
      return;
    }
    for (Use use : uses.get(id)) {
      if (time[use.reader] == first && !use.dense) {
        return;
      }
    }
    time[id] = first;
    width[first] = Math.max(width[first], width[id]);
  }

  /// When a node is computed: the id of the last node of its group.
  int time(int id) {
    return time[id];
  }

  /// Elements of a row in a group; 0 if any will do.
  int width(int time) {
    return width[time];
  }

  /// When the last reader of a node runs; -1 if none does.
  int lastUse(int id) {
    int last = -1;
    for (Use use : uses.get(id)) {
      last = Math.max(last, time[use.reader]);
    }
    return last;
  }

  /// The last node of a group that reads a node; -1 if none does.
  int lastReader(int id, int time) {
    int last = -1;
    for (Use use : uses.get(id)) {
      if (this.time[use.reader] == time) {
        last = Math.max(last, use.reader);
      }
    }
    return last;
  }

  /// The nodes that are computed at a time, in order.
  List<Node> members(int last) {
    List<Node> members = new ArrayList<>();
    for (int id = 0; id <= last; id++) {
      if (time[id] == last && root[id] == id) {
        members.add(graph.node(id));
      }
    }
    return members;
  }
}
