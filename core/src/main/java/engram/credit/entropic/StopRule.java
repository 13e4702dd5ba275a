// SPDX-License-Identifier: Apache-2.0
package engram.credit.entropic;

import java.util.List;

/// When a run ends, apart from its greatest number of steps.
public sealed interface StopRule {
  /// After so many steps.
  record Steps(int count) implements StopRule {
    /// Checks the count.
    public Steps {
      if (count < 1) {
        throw new IllegalArgumentException("count must be at least 1, was " + count);
      }
    }
  }

  /// When a layer's flow has fallen to a share of its peak.
  ///
  /// @param layer from 0
  /// @param fraction of the peak, inside (0, 1)
  record FlowFraction(int layer, double fraction) implements StopRule {
    /// Checks the fraction.
    public FlowFraction {
      if (!(fraction > 0 && fraction < 1)) {
        throw new IllegalArgumentException("fraction must be inside (0, 1), was " + fraction);
      }
    }
  }

  /// When a layer's Tensor Net (the code's sign) has gone from below 0 to 0 or more.
  ///
  /// @param layer from 0
  record NetZeroCrossing(int layer) implements StopRule {}

  /// Whether a run that has shown these steps is over.
  default boolean isMet(List<SkaTrace> traces) {
    if (traces.isEmpty()) {
      return false;
    }
    return switch (this) {
      case Steps(int count) -> traces.size() >= count;
      case FlowFraction(int layer, double fraction) -> {
        double peak = 0;
        for (SkaTrace trace : traces) {
          peak = Math.max(peak, trace.layer(layer).flow());
        }
        yield peak > 0 && traces.getLast().layer(layer).flow() <= fraction * peak;
      }
      case NetZeroCrossing(int layer) ->
          traces.size() >= 2
              && traces.get(traces.size() - 2).layer(layer).net().code() < 0
              && traces.getLast().layer(layer).net().code() >= 0;
    };
  }
}
