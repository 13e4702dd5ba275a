// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.batch;

import engram.kernel.Floats;
import engram.kernel.Transpose;
import engram.plasticity.Bcm;
import engram.plasticity.CompetingUnits;
import engram.plasticity.Covariance;
import engram.plasticity.Hebb;
import engram.plasticity.IndependentComponents;
import engram.plasticity.Instar;
import engram.plasticity.Oja;
import engram.plasticity.Outstar;
import engram.plasticity.PlasticityRule;
import engram.plasticity.Sanger;
import engram.plasticity.Subspace;
import engram.plasticity.Traces;

/// Rules summed over a batch. Each is brought to the form
///
///     dW = A^T X - (decay of W),    A samples x units
///
/// with a decay a unit, an input, or a product of small matrices, in the order that makes nothing of
/// the size samples x units x inputs [1].
///
/// References: [1] in the package.
///
/// @param a the batch
/// @param w weights before the batch, units x inputs
/// @param traces slow averages
/// @param change dW, written
// Lives for one step; two are never compared.
@SuppressWarnings("ArrayRecordComponent")
record RuleKernel(Activity a, float[] w, Traces traces, float[] change) {
  /// Writes dW.
  void sum(PlasticityRule rule) {
    switch (rule) {
      case Hebb r -> outer((float) r.factor(), a.y(), a.x(), a.xAt(), 0);
      case Covariance r -> covariance(r);
      case Oja r -> {
        outer(1, a.y(), a.x(), a.xAt(), 0);
        decayUnits((float) (1 / r.squaredLength()), a.sums(a.y(), a.y()));
      }
      case Sanger _ -> sanger();
      case Subspace r -> subspace(r);
      case Instar _ -> {
        outer(1, a.y(), a.x(), a.xAt(), 0);
        decayUnits(1, a.sums(a.y()));
      }
      case Outstar _ -> {
        outer(1, a.y(), a.x(), a.xAt(), 0);
        decayInputs(a.inputSums());
      }
      case Bcm r -> outer(1, phi(r), a.x(), a.xAt(), 0);
      case CompetingUnits _ -> {
        outer(1, a.y(), a.x(), a.xAt(), 0);
        decayUnits(1, a.sums(a.y(), a.u()));
      }
      case IndependentComponents _ -> {
        outer(-1, a.y(), seen(a.u()), 0, 0);
        Floats.axpy(a.samples(), w, 0, change, 0, change.length);
      }
    }
  }

  private void covariance(Covariance rule) {
    float[] about = a.y();
    if (rule.side() != Covariance.Side.PRE) {
      about = new float[a.samples() * a.units()];
      for (int i = 0; i < about.length; i++) {
        about[i] = (float) (a.y()[i] - traces.unit()[i % a.units()]);
      }
    }
    outer(1, about, a.x(), a.xAt(), 0);
    if (rule.side() != Covariance.Side.POST) {
      float[] sums = a.sums(about);
      float[] mean = new float[a.inputs()];
      for (int j = 0; j < mean.length; j++) {
        mean[j] = (float) traces.input()[j];
      }
      for (int i = 0; i < a.units(); i++) {
        Floats.axpy(-sums[i], mean, 0, change, i * a.inputs(), a.inputs());
      }
    }
  }

  private void sanger() {
    int m = a.units();
    int n = a.inputs();
    float[] gram = new float[m * m];
    Floats.gemm(
        Transpose.YES, Transpose.NO, m, m, a.samples(), 1, a.y(), 0, m, a.y(), 0, m, 0, gram, 0, m);
    for (int i = 0; i < m; i++) {
      for (int k = i + 1; k < m; k++) {
        gram[i * m + k] = 0;
      }
    }
    outer(1, a.y(), a.x(), a.xAt(), 0);
    Floats.gemm(Transpose.NO, Transpose.NO, m, n, m, -1, gram, 0, m, w, 0, n, 1, change, 0, n);
  }

  private void subspace(Subspace rule) {
    float[] weighted = new float[a.samples() * a.units()];
    for (int i = 0; i < weighted.length; i++) {
      weighted[i] = (float) (rule.theta(i % a.units()) * a.y()[i]);
    }
    outer(1, a.y(), a.x(), a.xAt(), 0);
    outer(-1, weighted, seen(a.y()), 0, 1);
  }

  private float[] phi(Bcm rule) {
    float[] phi = new float[a.samples() * a.units()];
    for (int k = 0; k < phi.length; k++) {
      double trace = traces.unit()[k % a.units()];
      phi[k] = (float) (a.y()[k] * (a.y()[k] - rule.threshold(trace)) / rule.divisor(trace));
    }
    return phi;
  }

  /// `activity W`, samples x inputs: what the units see of their inputs.
  private float[] seen(float[] activity) {
    int m = a.units();
    int n = a.inputs();
    float[] seen = new float[a.samples() * n];
    Floats.gemm(
        Transpose.NO, Transpose.NO, a.samples(), n, m, 1, activity, 0, m, w, 0, n, 0, seen, 0, n);
    return seen;
  }

  /// `change = factor left^T right + beta change`.
  private void outer(float factor, float[] left, float[] right, int rightAt, float beta) {
    int m = a.units();
    int n = a.inputs();
    Floats.gemm(
        Transpose.YES,
        Transpose.NO,
        m,
        n,
        a.samples(),
        factor,
        left,
        0,
        m,
        right,
        rightAt,
        n,
        beta,
        change,
        0,
        n);
  }

  private void decayUnits(float factor, float[] decay) {
    for (int i = 0; i < a.units(); i++) {
      int at = i * a.inputs();
      Floats.axpy(-factor * decay[i], w, at, change, at, a.inputs());
    }
  }

  private void decayInputs(float[] decay) {
    for (int k = 0; k < change.length; k++) {
      change[k] = Math.fma(-decay[k % a.inputs()], w[k], change[k]);
    }
  }
}
