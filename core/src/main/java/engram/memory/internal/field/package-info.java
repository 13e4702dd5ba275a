// SPDX-License-Identifier: Apache-2.0
/// Fields of networks with P-body couplings: what a spin feels of the others, kept up to date while
/// spins turn. The machinery of the dense memories; not exported, and it knows none of them: rows
/// of small integers come in, fields and energies go out.
///
/// Hebbian couplings are kept as the integer rows c that they are products of. With x_i = c_i
/// sigma_i and the power sums p_k = sum_i x_i^k of every pattern, a field is a polynomial:
///
///     h_i = sum_mu c_i e_{P-1}(x without i),   n e_n = sum_{k=1}^n (-1)^{k-1} e_{n-k} p_k
///
/// in integers throughout, hence exact: nothing drifts, ties are ties, and no result depends on
/// kernel or threads. Where floats approximate a field, a bound on their error says when the exact
/// sum must decide.
///
/// Reading order: [engram.memory.internal.field.SignedRows];
/// [engram.memory.internal.field.Couplings] and [engram.memory.internal.field.Replica] with
/// [engram.memory.internal.field.Indices]; [engram.memory.internal.field.ElementarySymmetric];
/// [engram.memory.internal.field.RowCouplings], which chooses a form: `PowerSums` is the
/// definition, `ThreeBodySums`, `FourBodySums` and `ClosedFormSums` are its fast forms, over
/// `FieldLoops` (`ScalarFieldLoops` the definition, `VectorFieldLoops` the fast form), with
/// `ExactSum`; then [engram.memory.internal.field.TensorCouplings] with `TensorReplica`, couplings
/// held one by one.
///
/// References: [1] E. Agliari, L. Albanese, F. Alemanno, A. Alessandrelli, A. Barra, F. Giannotti,
/// D. Lotito, D. Pedreschi: Dense Hebbian neural networks: a replica symmetric picture of
/// supervised learning. Physica A 626 (2023) 129076, arXiv:2212.00606. [2] I. G. Macdonald:
/// Symmetric functions and Hall polynomials, 2nd edition. Oxford University Press (1995), section
/// I.2 (Newton's identities).
@NullMarked
package engram.memory.internal.field;

import org.jspecify.annotations.NullMarked;
