// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

/// How large an experiment runs.
public enum Scale {
  /// At most two CPU-seconds a replicate: proves that everything is written, decides nothing.
  SMOKE,
  /// Minutes on a laptop: the scale on which verdicts are given.
  SMALL,
  /// The paper's own setting, whatever it takes.
  FULL
}
