// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.neuron.Site;
import engram.random.RandomStream;
import engram.random.Seeds;
import engram.spiking.connect.Distribution;

/// The same input in every step of a window, such as a direct current or a pulse. Several of them
/// make a staircase.
///
/// @param onto which neurons, at which receptor
/// @param amount one for all neurons or drawn for each, in the unit of the receptor
/// @param window when it is on
public record ConstantDrive(Onto onto, Distribution amount, Window window) implements Drive {
  /// Always on, the same for all neurons.
  public ConstantDrive(Onto onto, double amount) {
    this(onto, Distribution.constant(amount), Window.ALWAYS);
  }

  @Override
  public Injection injection(Site site, Seeds seeds) {
    float[] each = new float[site.count()];
    RandomStream stream = seeds.stream("amount");
    for (int i = onto.from(); i < site.first() + site.count(); i++) {
      float value = (float) amount.draw(stream, i - onto.from());
      if (i >= site.first()) {
        each[i - site.first()] = value;
      }
    }
    long first = window.firstStep(site.dtMs());
    long end = window.endStep(site.dtMs());
    return (in, at, step) -> {
      if (step >= first && step < end) {
        for (int i = 0; i < each.length; i++) {
          in[at + i] += each[i];
        }
      }
    };
  }
}
