// SPDX-License-Identifier: Apache-2.0
package engram.paper.htm.nab;

import engram.sequence.nab.NabProfile;
import engram.sequence.nab.NabScorer;
import java.util.List;

/// A profile of the anomaly benchmark as the page names it.
record Profile(String words, NabScorer scorer) {
  static final Profile STANDARD = of("standard", NabProfile.STANDARD);
  static final Profile LOW_FP = of("low FP", NabProfile.REWARD_LOW_FP_RATE);
  static final Profile LOW_FN = of("low FN", NabProfile.REWARD_LOW_FN_RATE);
  static final List<Profile> ALL = List.of(STANDARD, LOW_FP, LOW_FN);

  private static Profile of(String words, NabProfile profile) {
    return new Profile(words, new NabScorer(profile));
  }
}
