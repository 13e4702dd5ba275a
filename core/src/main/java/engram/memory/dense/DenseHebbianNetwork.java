// SPDX-License-Identifier: Apache-2.0
package engram.memory.dense;

import engram.memory.internal.field.Couplings;
import engram.memory.internal.field.Indices;
import engram.memory.internal.field.Replica;
import engram.memory.internal.field.RowCouplings;
import engram.memory.internal.field.TensorCouplings;
import engram.random.RandomStream;
import engram.source.FromPaper;

/// A network of N spins with P-body Hebbian couplings over sets of different spins:
///
///     E(sigma) = -(P!/(2 N^(P-1))) sum_mu e_P(y_1^mu sigma_1, ..., y_N^mu sigma_N)
///
/// | form | y | prefactor beside P!/(2 N^(P-1)) |
/// | --- | --- | --- |
/// | [Archetypes] | the patterns, xi | 1 |
/// | [Supervised] | class means over their second moment, etabar / sqrt(R) | 1 |
/// | [Unsupervised] | each example, eta, as a pattern of its own | 1 / (M sqrt(R_P)), R_P = r^(2P) + (1 - r^(2P))/M |
/// | [NoisyTensor] | the patterns, xi, and a Gaussian on each coupling | 1 |
///
/// A spin's field is half the energy difference of its two values. A single retrieved pattern has
/// E/N = -1/2 up to 1/N, temperature is in units of E, and the load is [Load#gamma]. For even P a
/// state and its negative have one energy.
///
/// But for explicit couplings everything is a scale times an integer: fields and energies are the
/// doubles nearest to the exact values times the scale, on every machine. Immutable; memory N K
/// bytes, shared with the patterns or sums that it was made of.
///
/// References: see the package, [1] to [3].
@FromPaper(value = "dense-hebbian", at = "spec: energy")
public final class DenseHebbianNetwork {
  private static final int MOST_BODIES = 10;
  private static final double MOST_COUPLINGS = Integer.MAX_VALUE - 8;

  private final Form form;
  private final Couplings couplings;

  /// What a network was made of.
  public sealed interface Form {
    /// What is to be remembered.
    Patterns archetypes();
  }

  /// The patterns themselves.
  public record Archetypes(Patterns archetypes) implements Form {}

  /// Means over the examples of a class, told apart by a teacher.
  public record Supervised(ExampleSet examples) implements Form {
    @Override
    public Patterns archetypes() {
      return examples.archetypes();
    }
  }

  /// Examples without a teacher.
  public record Unsupervised(ExampleSet examples) implements Form {
    @Override
    public Patterns archetypes() {
      return examples.archetypes();
    }
  }

  /// Explicit couplings of the patterns with noise.
  ///
  /// @param noise omega: the noise of a coupling over the root of the number of patterns
  public record NoisyTensor(Patterns archetypes, double noise) implements Form {}

  private DenseHebbianNetwork(Form form, Couplings couplings) {
    this.form = form;
    this.couplings = couplings;
  }

  /// Couplings from the patterns themselves.
  ///
  /// @param bodies P, 2 to 10 and at most the number of spins
  public static DenseHebbianNetwork archetypes(int bodies, Patterns patterns) {
    requireBodies(bodies, patterns.spins());
    return new DenseHebbianNetwork(
        new Archetypes(patterns),
        new RowCouplings(bodies, patterns.rows(), scale(bodies, patterns.spins())));
  }

  /// Couplings from the means of labelled examples.
  ///
  /// @param bodies P, 2 to 10 and at most the number of spins
  public static DenseHebbianNetwork supervised(int bodies, ExampleSet examples) {
    requireBodies(bodies, examples.spins());
    double scale = scale(bodies, examples.spins()) / power(examples.unit(), bodies);
    return new DenseHebbianNetwork(
        new Supervised(examples), new RowCouplings(bodies, examples.sums(), scale));
  }

  /// Couplings from unlabelled examples, each a pattern of its own.
  ///
  /// @param bodies P, 2 to 10 and at most the number of spins
  /// @param examples a set that keeps its examples
  public static DenseHebbianNetwork unsupervised(int bodies, ExampleSet examples) {
    requireBodies(bodies, examples.spins());
    double signal = power(examples.quality() * examples.quality(), bodies);
    double moment = signal + (1 - signal) / examples.examples();
    double scale = scale(bodies, examples.spins()) / (examples.examples() * Math.sqrt(moment));
    return new DenseHebbianNetwork(
        new Unsupervised(examples), new RowCouplings(bodies, examples.kept().rows(), scale));
  }

  /// Couplings held one by one: J = sum_mu xi ... xi + sqrt(K) omega g with a standard normal g for
  /// each set of P spins. Equivalent to the clean model at the load gamma (1 + omega^2).
  ///
  /// @param bodies P, 2 to 10 and at most the number of spins
  /// @param noise omega, 0 or more
  public static DenseHebbianNetwork noisyTensor(
      int bodies, Patterns patterns, double noise, RandomStream random) {
    return noisyTensor(bodies, patterns, noise, random, MemoryLimit.ofThisProcess());
  }

  /// The same under a limit of memory: C(N, P) couplings of 4 bytes.
  public static DenseHebbianNetwork noisyTensor(
      int bodies, Patterns patterns, double noise, RandomStream random, MemoryLimit limit) {
    requireBodies(bodies, patterns.spins());
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("noise must be finite and 0 or more, was " + noise);
    }
    double count = TensorCouplings.count(bodies, patterns.spins());
    MemoryLimit array = new MemoryLimit((long) (Float.BYTES * MOST_COUPLINGS));
    (limit.bytes() < array.bytes() ? limit : array)
        .require(
            "the tensor of %d bodies of %d spins".formatted(bodies, patterns.spins()),
            Float.BYTES * count);
    return new DenseHebbianNetwork(
        new NoisyTensor(patterns, noise),
        TensorCouplings.noisy(
            bodies, patterns.rows(), noise, scale(bodies, patterns.spins()), random));
  }

  static void requireBodies(int bodies, int spins) {
    if (bodies < 2 || bodies > MOST_BODIES || bodies > spins) {
      throw new IllegalArgumentException(
          "bodies must be in [2, %d] and at most the %d spins, was %d"
              .formatted(MOST_BODIES, spins, bodies));
    }
  }

  /// P!/(2 N^(P-1)).
  private static double scale(int bodies, int spins) {
    double factorial = 1;
    for (int k = 2; k <= bodies; k++) {
      factorial *= k;
    }
    return factorial / (2 * power(spins, bodies - 1));
  }

  private static double power(double x, int n) {
    double power = 1;
    for (int k = 0; k < n; k++) {
      power *= x;
    }
    return power;
  }

  /// P.
  public int bodies() {
    return couplings.bodies();
  }

  /// N.
  public int spins() {
    return couplings.spins();
  }

  /// What it was made of.
  public Form form() {
    return form;
  }

  /// What is to be remembered.
  public Patterns archetypes() {
    return form.archetypes();
  }

  /// The number of archetypes in all conventions.
  public Load load() {
    return Load.of(bodies(), spins(), archetypes().count());
  }

  /// E of a state.
  public double energy(byte[] state) {
    return energy(replica(state));
  }

  /// The local fields of a state, spin by spin, in units of the energy.
  public double[] fields(byte[] state, FieldScheme scheme) {
    Indices indices = indices(scheme);
    Replica replica = replica(state);
    double[] fields = new double[spins()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = couplings.scale() * replica.field(i, indices);
    }
    return fields;
  }

  /// Root mean square, over the spins, of the difference between the factorised and the exact field
  /// at a state.
  public double factorisationError(byte[] state) {
    double[] exact = fields(state, FieldScheme.EXACT_DISTINCT);
    double[] factorised = fields(state, FieldScheme.FACTORISED_FIRST_ORDER);
    double squares = 0;
    for (int i = 0; i < exact.length; i++) {
      double difference = factorised[i] - exact[i];
      squares += difference * difference;
    }
    return Math.sqrt(squares / exact.length);
  }

  /// m_mu = (1/N) sum_i xi_i^mu sigma_i for every archetype.
  public double[] overlaps(byte[] state) {
    double[] overlaps = new double[archetypes().count()];
    for (int mu = 0; mu < overlaps.length; mu++) {
      overlaps[mu] = archetypes().overlap(mu, state);
    }
    return overlaps;
  }

  /// n_mu: the overlap of a state with the normalised mean of the examples of a class, or with the
  /// archetype where there are no examples.
  public double exampleOverlap(int pattern, byte[] state) {
    return switch (form) {
      case Archetypes it -> it.archetypes().overlap(pattern, state);
      case NoisyTensor it -> it.archetypes().overlap(pattern, state);
      case Supervised it -> it.examples().overlap(pattern, state);
      case Unsupervised it -> it.examples().overlap(pattern, state);
    };
  }

  Couplings couplings() {
    return couplings;
  }

  /// What the fields of a scheme sum over.
  Indices indices(FieldScheme scheme) {
    if (form instanceof NoisyTensor && scheme != FieldScheme.EXACT_DISTINCT) {
      throw new IllegalArgumentException(
          "field scheme of explicit couplings must be EXACT_DISTINCT, was " + scheme);
    }
    return switch (scheme) {
      case EXACT_DISTINCT -> Indices.DISTINCT;
      case FACTORISED_FIRST_ORDER -> Indices.FREE;
    };
  }

  Replica replica(byte[] state) {
    return couplings.replica(Signs.require("state", state, spins()));
  }

  double energy(Replica replica) {
    return -couplings.scale() * replica.couplingSum() + 0.0;
  }

  @Override
  public String toString() {
    String made =
        switch (form) {
          case Archetypes it -> it.archetypes().toString();
          case Supervised it -> "supervised, " + it.examples();
          case Unsupervised it -> "unsupervised, " + it.examples();
          case NoisyTensor it ->
              "explicit couplings of " + it.archetypes() + ", noise " + it.noise();
        };
    return bodies() + "-body network of " + made;
  }
}
