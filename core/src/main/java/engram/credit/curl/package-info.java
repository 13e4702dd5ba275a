// SPDX-License-Identifier: Apache-2.0
/// Curl descent: a two-layer student that learns a teacher while some of its neurons apply the rule
/// with the opposite sign, Hebbian where the others are anti-Hebbian. The flow of the weights is
/// then the gradient of no function, and can still end at zero error.
///
/// **Stability of the solutions** (identity units; derived by us). With `eps = W2 W1 - T` and the
/// inputs' second moment C, near `eps = 0` and for signs at the pre-synaptic side
///
///     d eps / dt = -(eps C W1' D2 W1 + W2 W2' eps C D1)
///
/// For one output this is `-eps C S` with the symmetric `S = W1' D2 W1 + |W2|^2 D1`, so a solution
/// is stable where the least eigenvalue of S is above 0. Both terms are products of symmetric
/// matrices on either side, so for any number of outputs, and for signs at the post-synaptic side
/// as well, the spectrum is real: curl alone makes no spiral at a solution, it only turns signs.
///
/// For independent weights of equal variance the least eigenvalue over `|W2|^2` depends on the
/// ratio c of inputs to hidden units and on the flipped shares alone
/// ([engram.credit.curl.SpectralEdge]). With every input flipped it is `(1 - sqrt c)^2 / c - 1`:
/// below c = 1/4 no flipping of inputs destabilises. From c = 2/3 on any share above 0 does, since
/// there `1.5 c = 1`: for c below 1 as well, not from 1 on as our first notes had it. Roots z of the
/// scripts' discriminant are eigenvalues of the difference of Wishart matrices: a solution is
/// stable where `z + |W2|^2` is above 0 for the least, where the notes had the other sign.
///
/// Reading order: [engram.credit.curl.NetShape], [engram.credit.curl.Nonlinearity],
/// [engram.credit.curl.TwoLayerNet], [engram.credit.curl.TeacherStudent],
/// [engram.credit.curl.SignMask], [engram.credit.curl.Task] with
/// [engram.credit.curl.ExampleTask] and [engram.credit.curl.CovarianceTask],
/// [engram.credit.curl.CurlDescent], [engram.credit.curl.CurlLearner]; of stability
/// [engram.credit.curl.SolutionStability], [engram.credit.curl.SpectralEdge],
/// [engram.credit.curl.StabilityDiagram]; of any flow or map [engram.credit.curl.CurlProbe] and
/// [engram.credit.curl.TwinTrajectories]. A family: it stands on kernels, random streams and
/// `engram.math`.
///
/// References: [1] H. Ninou, J. Kadmon, N. A. Cayco-Gajic: Curl Descent: Non-Gradient Learning
/// Dynamics with Sign-Diverse Plasticity. NeurIPS 2025, arXiv:2510.02765; its abstract and the
/// authors' scripts were read, not the paper. [2] J. A. Mingo, R. Speicher: Free Probability and
/// Random Matrices (2017), chapters 2 and 4. [3] G. Benettin, L. Galgani, A. Giorgilli, J.-M.
/// Strelcyn: Lyapunov characteristic exponents for smooth dynamical systems. Meccanica 15 (1980),
/// doi:10.1007/BF02128236. [4] M. F. Hutchinson: A stochastic estimator of the trace of the
/// influence matrix. Communications in Statistics 18 (1989), doi:10.1080/03610918908812806.
@NullMarked
package engram.credit.curl;

import org.jspecify.annotations.NullMarked;
