// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.random.Seeds;

/// Which randomness a replicate gets: `<seed>/<slug>/replicate/<index>`. Neither the experiment's
/// parameters nor its name are in the path, so arms, sweeps and changed parameters are compared in
/// pairs.
final class ReplicateSeeds {
  private ReplicateSeeds() {}

  static Seeds of(long seed, String slug, int replicate) {
    return Seeds.of(seed).child(slug).child("replicate", replicate);
  }
}
