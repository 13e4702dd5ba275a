// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.spike;

import engram.source.FromPaper;

/// Which spikes form pairs [5], said by what a spike does to traces. With r the trace of
/// presynaptic spikes and o that of postsynaptic ones:
///
/// | pairing | pre spike | post spike | pairs |
/// | --- | --- | --- | --- |
/// | [#ALL_TO_ALL] | `r + 1` | `o + 1` | every two spikes |
/// | [#NEAREST] | `r = 1` | `o = 1` | each spike with the last one of the other side |
/// | [#PRE_CENTRED] | `r + 1` | `o = 1, r = 0` | each pre spike with the last post spike and the next |
/// | [#ADJACENT] | `r = 1, o = 0` | `o = 1, r = 0` | neighbours only |
///
/// "Nearest neighbour" in the literature is any of the last three; without more words it is mostly
/// [#NEAREST], the symmetric form.
///
/// Independent Poisson spikes of rates f (pre) and g (post) have before a spike of the other side
/// these mean traces, with tau the time constant of the trace:
///
/// | pairing | mean r before a post spike | mean o before a pre spike |
/// | --- | --- | --- |
/// | [#ALL_TO_ALL] | `f tau` | `g tau` |
/// | [#NEAREST] | `f / (1/tau + f)` | `g / (1/tau + g)` |
/// | [#PRE_CENTRED] | `f / (1/tau + g)` | `g / (1/tau + g)` |
/// | [#ADJACENT] | `f / (1/tau + f + g)` | `g / (1/tau + f + g)` |
///
/// References: [5] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 14")
public enum Pairing {
  /// Every two spikes.
  ALL_TO_ALL,
  /// Each spike with the last one of the other side.
  NEAREST,
  /// Each presynaptic spike with the last postsynaptic spike and with the next one.
  PRE_CENTRED,
  /// Only spikes with none between them.
  ADJACENT;

  /// A pre trace after the spikes of a time: first used up, then raised.
  ///
  /// @param trace just before
  /// @param pre whether there is a presynaptic spike
  /// @param post whether there is a postsynaptic one
  public double preAfter(double trace, boolean pre, boolean post) {
    double left = post && (this == PRE_CENTRED || this == ADJACENT) ? 0 : trace;
    boolean adds = this == ALL_TO_ALL || this == PRE_CENTRED;
    return pre ? (adds ? left + 1 : 1) : left;
  }

  /// A post trace after the spikes of a time, likewise.
  public double postAfter(double trace, boolean pre, boolean post) {
    double left = pre && this == ADJACENT ? 0 : trace;
    return post ? (this == ALL_TO_ALL ? left + 1 : 1) : left;
  }

  /// The mean pre trace before a postsynaptic spike, for Poisson spikes.
  ///
  /// @param pre rate a ms
  /// @param post rate a ms
  double preMean(double pre, double post, double tauMs) {
    return switch (this) {
      case ALL_TO_ALL -> pre * tauMs;
      case NEAREST -> pre / (1 / tauMs + pre);
      case PRE_CENTRED -> pre / (1 / tauMs + post);
      case ADJACENT -> pre / (1 / tauMs + pre + post);
    };
  }

  /// The mean post trace before a presynaptic spike, for Poisson spikes.
  double postMean(double pre, double post, double tauMs) {
    return switch (this) {
      case ALL_TO_ALL -> post * tauMs;
      case NEAREST, PRE_CENTRED -> post / (1 / tauMs + post);
      case ADJACENT -> post / (1 / tauMs + pre + post);
    };
  }
}
