// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.constrain;

import engram.source.FromPaper;
import java.util.Arrays;

/// Keeps the largest entries of an update by size and sets the others to 0: the gradient sparsity
/// of HebbNet [2]. Entries as large as the least that is kept are kept too.
///
/// References: [2] in the package; the exact form is ours.
///
/// @param share which share is kept, in (0, 1]
@FromPaper(value = "hebbian-rules", at = "spec 13")
public record LargestShare(double share) implements UpdateFilter {
  /// Checks the share.
  public LargestShare {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + share);
    }
  }

  @Override
  public void apply(float[] change, int units, int inputs) {
    int kept = (int) Math.max(1, Math.round(share * change.length));
    if (kept >= change.length) {
      return;
    }
    float[] sizes = new float[change.length];
    for (int i = 0; i < change.length; i++) {
      sizes[i] = Math.abs(change[i]);
    }
    Arrays.sort(sizes);
    float least = sizes[change.length - kept];
    for (int i = 0; i < change.length; i++) {
      if (Math.abs(change[i]) < least) {
        change[i] = 0;
      }
    }
  }
}
