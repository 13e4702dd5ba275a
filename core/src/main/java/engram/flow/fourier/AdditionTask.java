// SPDX-License-Identifier: Apache-2.0
package engram.flow.fourier;

import engram.random.RandomStream;
import engram.source.FromPaper;
import java.util.Arrays;

/// The pairs (x, y) of integers modulo p, each with a label, the sum modulo p unless said, and
/// which of them are shown in training.
///
/// Pairs are numbered `x p + y`. A network whose hidden layer sees `theta[x] + theta[y]` cannot
/// tell (x, y) from (y, x), so both stand in one row with their number in training as its weight:
/// half the work, the same loss.
@FromPaper(value = "modular-addition", at = "task and split")
public final class AdditionTask {
  private final int modulus;
  private final int[] labels;
  private final boolean[] trained;

  private AdditionTask(int modulus, int[] labels, boolean[] trained) {
    this.modulus = modulus;
    this.labels = labels;
    this.trained = trained;
  }

  /// All pairs, all shown.
  ///
  /// @param modulus p, odd and at least 3
  public static AdditionTask whole(int modulus) {
    int[] labels = new int[new FourierBasis(modulus).modulus() * modulus];
    for (int pair = 0; pair < labels.length; pair++) {
      labels[pair] = (pair / modulus + pair % modulus) % modulus;
    }
    boolean[] trained = new boolean[labels.length];
    Arrays.fill(trained, true);
    return new AdditionTask(modulus, labels, trained);
  }

  /// All pairs, of which a share is drawn for training.
  ///
  /// @param share in (0, 1); training and test must each get a pair
  public static AdditionTask split(int modulus, double share, RandomStream stream) {
    AdditionTask whole = whole(modulus);
    int pairs = modulus * modulus;
    int shown = (int) Math.round(share * pairs);
    if (!(share > 0 && share < 1) || shown < 1 || shown >= pairs) {
      throw new IllegalArgumentException(
          "share must leave pairs for training and for test, was %s of %d".formatted(share, pairs));
    }
    boolean[] trained = new boolean[pairs];
    for (int pair : stream.sample(pairs, shown)) {
      trained[pair] = true;
    }
    return new AdditionTask(modulus, whole.labels, trained);
  }

  /// The same pairs with labels in which nothing adds up: a random table, symmetric, in which every
  /// label stands as often as before.
  public AdditionTask scrambled(RandomStream stream) {
    int[] order = new int[rows()];
    Arrays.setAll(order, i -> i);
    stream.shuffle(order);
    int[] mixed = new int[labels.length];
    for (int row = 0; row < order.length; row++) {
      int label = labels[pair(order[row])];
      mixed[pair(row)] = label;
      mixed[partner(pair(row))] = label;
    }
    return new AdditionTask(modulus, mixed, trained);
  }

  /// p.
  public int modulus() {
    return modulus;
  }

  /// The label of a pair.
  public int label(int x, int y) {
    return labels[x * modulus + y];
  }

  /// How many pairs are shown in training.
  public int trainedPairs() {
    int count = 0;
    for (boolean each : trained) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /// What was shown of a pair.
  public PairKind kind(int x, int y) {
    boolean own = trained[x * modulus + y];
    boolean partner = trained[y * modulus + x];
    if (own) {
      return partner ? PairKind.TRAINED_WITH_PARTNER : PairKind.TRAINED_ALONE;
    }
    return partner ? PairKind.PARTNER_TRAINED : PairKind.UNSEEN;
  }

  /// The rows of unordered pairs, p (p + 1) / 2.
  public int rows() {
    return modulus * (modulus + 1) / 2;
  }

  /// The pair x <= y of a row, as x p + y.
  int pair(int row) {
    int x = 0;
    int left = row;
    while (left >= modulus - x) {
      left -= modulus - x;
      x++;
    }
    return x * modulus + x + left;
  }

  int partner(int pair) {
    return pair % modulus * modulus + pair / modulus;
  }

  /// The inputs e_x + e_y.
  ///
  /// @return rows x p
  public double[] inputs() {
    double[] inputs = new double[rows() * modulus];
    for (int row = 0; row < rows(); row++) {
      int pair = pair(row);
      inputs[row * modulus + pair / modulus] += 1;
      inputs[row * modulus + pair % modulus] += 1;
    }
    return inputs;
  }

  /// The label of each row.
  public int[] rowLabels() {
    int[] each = new int[rows()];
    Arrays.setAll(each, row -> labels[pair(row)]);
    return each;
  }

  /// Each row's share of the mean over the pairs that are shown: 0, 1 or 2 of them.
  public double[] rowWeights() {
    int all = trainedPairs();
    double[] weights = new double[rows()];
    Arrays.setAll(weights, row -> count(row, true) / (double) all);
    return weights;
  }

  /// How many pairs of a row are shown, or are not.
  int count(int row, boolean shown) {
    int pair = pair(row);
    int partner = partner(pair);
    int count = trained[pair] == shown ? 1 : 0;
    return partner != pair && trained[partner] == shown ? count + 1 : count;
  }
}
