// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import engram.lab.measure.Replicate;
import engram.lab.measure.Results;
import engram.lab.store.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run of an experiment at scale `small` measured, as it is committed: the truth that the
/// ledger's verdicts are computed from.
///
/// @param slug the paper's
/// @param experiment its id
/// @param run the id of the run that it was kept from
/// @param began when that run began, as ISO 8601
/// @param seed the root of all randomness
/// @param parameters name and value of every parameter, in order
/// @param provenance what it was run with
/// @param claims the digest in `claims.lock` of each of the experiment's claims, by the claim's id
/// @param sources what its numbers come from
/// @param replicates what was measured
public record KeptResult(
    String slug,
    String experiment,
    String run,
    String began,
    long seed,
    Map<String, String> parameters,
    Provenance provenance,
    Map<String, String> claims,
    Sources sources,
    List<KeptReplicate> replicates) {
  /// A replicate with what was thinned out of it: series keep their first, last and evenly spaced
  /// points where they are longer than [KeptFile#MOST_POINTS]; everything else is whole.
  ///
  /// @param replicate what is kept
  /// @param digest of all that it measured
  /// @param seconds that it took
  public record KeptReplicate(Replicate replicate, String digest, double seconds) {}

  /// Copies.
  public KeptResult {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    replicates = List.copyOf(replicates);
  }

  /// The measurements.
  public Results results() {
    return new Results(replicates.stream().map(KeptReplicate::replicate).toList());
  }

  /// The day of the run.
  public String date() {
    return began.substring(0, Math.min(10, began.length()));
  }

  /// The first digits of the commit.
  public String commit() {
    String commit = provenance.commit();
    return commit.substring(0, Math.min(8, commit.length()));
  }

  /// Processor time of all replicates, seconds.
  public double seconds() {
    return replicates.stream().mapToDouble(KeptReplicate::seconds).sum();
  }
}
