// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.SignedRows;

/// A person's own examples, checked and summed.
record OwnExamples(Patterns kept, SignedRows sums) {
  static OwnExamples read(byte[][][] byClass) {
    if (byClass.length == 0 || byClass[0].length < 2 || byClass[0][0].length == 0) {
      throw new IllegalArgumentException(
          "examples must be of at least one class with two examples of one spin each, was fewer");
    }
    int examples = byClass[0].length;
    int spins = byClass[0][0].length;
    SignedRows sums =
        ExampleSet.rows(spins, byClass.length, examples, examples, MemoryLimit.ofThisProcess());
    SignedRows kept = new SignedRows(spins, byClass.length * examples, 1);
    for (int mu = 0; mu < byClass.length; mu++) {
      if (byClass[mu].length != examples) {
        throw new IllegalArgumentException(
            "examples of class %d must be as many as of class 0, %d, was %d"
                .formatted(mu, examples, byClass[mu].length));
      }
      for (int a = 0; a < examples; a++) {
        byte[] signs =
            Signs.require("example %d of class %d".formatted(a, mu), byClass[mu][a], spins);
        for (int i = 0; i < spins; i++) {
          kept.put(i, mu * examples + a, signs[i]);
          sums.put(i, mu, sums.at(i, mu) + signs[i]);
        }
      }
    }
    return new OwnExamples(new Patterns(kept), sums);
  }

  /// The set whose archetypes are the signs of the sums.
  ExampleSet set() {
    SignedRows signs = new SignedRows(sums.spins(), sums.count(), 1);
    for (int i = 0; i < sums.spins(); i++) {
      for (int mu = 0; mu < sums.count(); mu++) {
        signs.put(i, mu, sums.at(i, mu) < 0 ? -1 : 1);
      }
    }
    return ExampleSet.estimated(new Patterns(signs), kept, sums);
  }

  /// The set of examples of given archetypes.
  ExampleSet set(Patterns archetypes) {
    if (archetypes.count() != sums.count() || archetypes.spins() != sums.spins()) {
      throw new IllegalArgumentException(
          "archetypes must be %d patterns of %d spins, was %s"
              .formatted(sums.count(), sums.spins(), archetypes));
    }
    return ExampleSet.estimated(archetypes, kept, sums);
  }
}
