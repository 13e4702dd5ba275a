// SPDX-License-Identifier: Apache-2.0
package engram.math;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.FastMath;

/// Angles between two subspaces: the smallest angle between a direction of one and a direction of
/// the other, then the smallest orthogonal to those, and so on [7]. With orthonormal bases Qa, Qb
/// and singular values s_k of Qa'Qb,
///
///     cos theta_k = s_k,   0 <= theta_1 <= theta_2 <= ... <= 90 degrees
///
/// Small angles come from the sine, the singular values of `Qb - Qa Qa'Qb`, since the cosine loses
/// them. Between two random directions of n dimensions the angle is 90 degrees to within some
/// `57.3 / sqrt(n)`: nearly orthogonal is what chance gives.
public final class PrincipalAngles {
  private static final double RANK = 1e-10;

  private PrincipalAngles() {}

  /// The angles between the spans of two sets of vectors, from the smallest, in degrees; as many as
  /// the smaller span has dimensions.
  ///
  /// @param a vectors of one length, at least one not zero
  /// @param b the same
  public static double[] degrees(double[][] a, double[][] b) {
    RealMatrix qa = basis("a", a);
    RealMatrix qb = basis("b", b);
    if (qa.getRowDimension() != qb.getRowDimension()) {
      throw new IllegalArgumentException(
          "vectors of a and b must be of one length, were of %d and %d"
              .formatted(qa.getRowDimension(), qb.getRowDimension()));
    }
    if (qa.getColumnDimension() < qb.getColumnDimension()) {
      RealMatrix turned = qa;
      qa = qb;
      qb = turned;
    }
    RealMatrix shared = qa.transposeMultiply(qb);
    double[] cosines = singular(shared);
    double[] sines = singular(qb.subtract(qa.multiply(shared)));
    double[] degrees = new double[cosines.length];
    for (int k = 0; k < degrees.length; k++) {
      double sine = sines[sines.length - 1 - k];
      double radians = sine < 0.7 ? FastMath.asin(sine) : FastMath.acos(Math.min(1, cosines[k]));
      degrees[k] = FastMath.toDegrees(radians);
    }
    return degrees;
  }

  private static double[] singular(RealMatrix matrix) {
    double[] values = new SingularValueDecomposition(matrix).getSingularValues();
    return Arrays.copyOf(values, matrix.getColumnDimension());
  }

  /// An orthonormal basis of a span: the left singular vectors above the rank's floor.
  private static RealMatrix basis(String name, double[][] vectors) {
    if (vectors.length == 0 || vectors[0].length == 0) {
      throw new IllegalArgumentException(name + " must have a vector of numbers, had none");
    }
    for (double[] vector : vectors) {
      if (vector.length != vectors[0].length || !Arrays.stream(vector).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            name + " must hold finite vectors of one length, was " + Arrays.deepToString(vectors));
      }
    }
    SingularValueDecomposition parts =
        new SingularValueDecomposition(new Array2DRowRealMatrix(vectors).transpose());
    double[] values = parts.getSingularValues();
    int rank = 0;
    while (rank < values.length && values[rank] > RANK * values[0]) {
      rank++;
    }
    if (rank == 0) {
      throw new IllegalArgumentException(name + " must have a vector that is not zero");
    }
    return parts.getU().getSubMatrix(0, vectors[0].length - 1, 0, rank - 1);
  }
}
