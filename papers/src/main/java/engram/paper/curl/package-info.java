// SPDX-License-Identifier: Apache-2.0
/// Paper 15, `curl-descent`: H. Ninou, J. Kadmon, N. A. Cayco-Gajic: Curl Descent: Non-Gradient
/// Learning Dynamics with Sign-Diverse Plasticity, NeurIPS 2025, arXiv:2510.02765.
///
/// **What could be read.** The abstract and the authors' scripts; the paper itself was not read.
/// Algorithm and settings are those of the scripts. The theory of stability was derived again, and
/// its edges agree with the cubic and the curve of the scripts (tests of
/// `engram.credit.curl.SpectralEdge`).
///
/// **What is reproduced.** Where signs of inputs and of hidden units destabilise the solutions of a
/// linear net; what becomes of learning below and beyond that; whether what follows is chaos, by a
/// Lyapunov exponent; the speed-up in a compressive tanh net, beside descents with a tuned step,
/// without held norms, with noise of equal length and with fixed feedback.
///
/// **What is not.** Mini-batches (a full-batch step stands for an epoch), the scans over training
/// set size, scales of the teacher and 420 cells of sizes and flips, relu, normalisations that the
/// scripts switch off.
///
/// Reading order: [engram.paper.curl.Curl] (the study), [engram.paper.curl.StabilityEdge],
/// [engram.paper.curl.Landings] with [engram.paper.curl.Cell], [engram.paper.curl.Chaos],
/// [engram.paper.curl.SlowChaos], [engram.paper.curl.SpeedUp] with [engram.paper.curl.Race]. The
/// mechanism is in `engram.credit.curl`.
///
/// References: [1] the paper above. [2] The authors' scripts: github.com/caycogajiclab/Curl_Descent
/// (no licence seen; facts only).
@NullMarked
package engram.paper.curl;

import org.jspecify.annotations.NullMarked;
