// SPDX-License-Identifier: Apache-2.0
package engram.lab.claim;

import engram.lab.measure.At;
import java.util.List;

/// When a claim passes, as a value: so that it can be printed, hashed, frozen before the run and
/// judged in one place.
///
/// Every line but [Same] is about the mean over replicates (of a value, of a paired difference, of
/// a rank correlation) or about a share of replicates, and is judged by a 95 % interval of that.
public sealed interface PassLine {
  /// The mean lies in [low, high]; either may be infinite.
  record Between(At of, double low, double high) implements PassLine {
    /// Checks the order.
    public Between {
      requireOrder(low, high);
    }
  }

  /// The mean lies within `tolerance` of `target`.
  record Near(At of, double target, double tolerance) implements PassLine {
    /// Checks the tolerance.
    public Near {
      if (!(tolerance > 0)) {
        throw new IllegalArgumentException("tolerance must be above 0, was " + tolerance);
      }
    }
  }

  /// The mean of `of - over`, taken replicate by replicate, lies in [low, high]; either may be
  /// infinite.
  record Gain(At of, At over, double low, double high) implements PassLine {
    /// Checks the order.
    public Gain {
      requireOrder(low, high);
    }
  }

  /// Spearman's rank correlation of a series' y with its x, one a replicate, is at least
  /// `leastRank` in the mean.
  record Rising(At series, double leastRank) implements PassLine {
    /// Checks the range.
    public Rising {
      if (!(leastRank > -1 && leastRank < 1)) {
        throw new IllegalArgumentException("leastRank must be inside (-1, 1), was " + leastRank);
      }
    }
  }

  /// The value lies in [low, high] in at least `leastShare` of all replicates.
  record Count(At of, double low, double high, double leastShare) implements PassLine {
    /// Checks order and share.
    public Count {
      requireOrder(low, high);
      if (!(leastShare > 0 && leastShare < 1)) {
        throw new IllegalArgumentException("leastShare must be inside (0, 1), was " + leastShare);
      }
    }
  }

  /// The two values agree to a relative tolerance in every replicate: for what is exact or
  /// deterministic, without an interval.
  record Same(At left, At right, double relativeTolerance) implements PassLine {
    /// Checks the tolerance.
    public Same {
      if (!(relativeTolerance >= 0)) {
        throw new IllegalArgumentException(
            "relativeTolerance must be 0 or more, was " + relativeTolerance);
      }
    }
  }

  /// All parts pass. It holds if all hold, fails if one fails, and is undecided otherwise.
  record All(List<PassLine> parts) implements PassLine {
    /// Copies the parts.
    public All {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("parts must be not empty, was []");
      }
    }
  }

  /// The mean lies in [low, high].
  static PassLine between(At of, double low, double high) {
    return new Between(of, low, high);
  }

  /// The mean is `low` or more.
  static PassLine atLeast(At of, double low) {
    return new Between(of, low, Double.POSITIVE_INFINITY);
  }

  /// The mean is `high` or less.
  static PassLine atMost(At of, double high) {
    return new Between(of, Double.NEGATIVE_INFINITY, high);
  }

  /// The mean lies within `tolerance` of `target`.
  static PassLine near(At of, double target, double tolerance) {
    return new Near(of, target, tolerance);
  }

  /// The paired mean of `of - over` is `least` or more.
  static PassLine gain(At of, At over, double least) {
    return new Gain(of, over, least, Double.POSITIVE_INFINITY);
  }

  /// The paired mean of `of - over` lies within `tolerance` of 0.
  static PassLine alike(At of, At over, double tolerance) {
    return new Gain(of, over, -tolerance, tolerance);
  }

  /// The series rises with its x.
  static PassLine rising(At series, double leastRank) {
    return new Rising(series, leastRank);
  }

  /// The value lies in [low, high] in at least `leastShare` of all replicates.
  static PassLine count(At of, double low, double high, double leastShare) {
    return new Count(of, low, high, leastShare);
  }

  /// The two agree in every replicate.
  static PassLine same(At left, At right, double relativeTolerance) {
    return new Same(left, right, relativeTolerance);
  }

  /// All parts pass.
  static PassLine all(PassLine... parts) {
    return new All(List.of(parts));
  }

  /// All parts pass.
  static PassLine all(List<PassLine> parts) {
    return new All(parts);
  }

  private static void requireOrder(double low, double high) {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be at most high, was " + low + " > " + high);
    }
  }
}
