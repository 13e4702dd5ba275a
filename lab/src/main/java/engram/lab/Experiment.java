// SPDX-License-Identifier: Apache-2.0
package engram.lab;

import engram.lab.claim.Claim;
import engram.lab.claim.Scale;
import engram.lab.figure.Figure;
import engram.lab.measure.Results;
import java.util.List;
import java.util.Optional;

/// One experiment: computes one replicate from parameters and seed and writes measurements. A page
/// of code.
///
/// @param <P> its parameters, a record whose components carry [engram.lab.parameter.Param]
public interface Experiment<P extends Record> {
  /// Unique in its paper, cited, therefore permanent: lower case words joined by hyphens.
  String id();

  /// The parameters' type.
  Class<P> parameters();

  /// The parameters at a scale; empty where the experiment has none at it.
  Optional<P> at(Scale scale);

  /// What it decides, declared before any run.
  List<Claim> claims();

  /// What a replicate with these parameters needs.
  Needs needs(P p);

  /// Computes one replicate.
  void run(P p, Trial trial);

  /// The same parameters with the mechanism taken out, by a parameter that exists for this: no
  /// claim may plainly hold then (a control must explain it away, or it must not pass). A test of
  /// the build runs it.
  P sabotaged(P p);

  /// Figures from stored measurements.
  default List<Figure> figures(Results all) {
    return List.of();
  }
}
