// SPDX-License-Identifier: Apache-2.0
package engram.spiking.drive;

import engram.neuron.Site;
import engram.random.Seeds;

/// What enters a network from outside. A value; a simulation asks it for an [Injection], the loop
/// that adds to the input of many neurons.
///
/// A drive of one's own is a record that implements this interface.
public interface Drive {
  /// Which neurons it reaches, at which receptor.
  Onto onto();

  /// The loop over the neurons of a site.
  ///
  /// @param site numbers are those of the population; its key belongs to this drive
  /// @param seeds of this drive, the same for every site
  Injection injection(Site site, Seeds seeds);
}
