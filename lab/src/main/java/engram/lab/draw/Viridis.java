// SPDX-License-Identifier: Apache-2.0
package engram.lab.draw;

import java.util.List;

/// The colours of maps: from dark blue through green to yellow, in steps that look equal to readers
/// of every colour vision, and in grey.
final class Viridis {
  /// Nine colours at equal steps from the least to the greatest value.
  static final List<Integer> STOPS =
      List.of(
          0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725);

  private Viridis() {}

  /// The colour at a share between 0 and 1, as `#rrggbb`.
  static String at(double share) {
    double place = Math.clamp(share, 0, 1) * (STOPS.size() - 1);
    int stop = Math.min((int) place, STOPS.size() - 2);
    double rest = place - stop;
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (STOPS.get(stop) >> shift) & 0xFF;
      int b = (STOPS.get(stop + 1) >> shift) & 0xFF;
      colour |= (int) Math.round(a + rest * (b - a)) << shift;
    }
    return String.format("#%06x", colour);
  }
}
