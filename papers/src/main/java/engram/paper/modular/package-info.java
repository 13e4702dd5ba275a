// SPDX-License-Identifier: Apache-2.0
/// Paper 16, `modular-addition`: J. He, L. Wang, S. Chen, Z. Yang: On the Mechanism and Dynamics of
/// Modular Addition: Fourier Features, Lottery Ticket, and Grokking, arXiv:2602.16849 (2026).
///
/// **What could be read.** The authors' long text and their code with its stored results; the
/// proofs were not read. Where text and code differ, settings are those of the code: the standard
/// run has rate 5e-5, not 1e-4.
///
/// **What is reproduced.** All five runs at p = 23 with 512 neurons: what neurons become, the swap
/// of the response after training, the quadratic and the single-frequency runs, who wins the
/// lottery inside a neuron, and grokking with and without weight decay. The flow of phases was
/// derived again: the printed one has another sign and power than the authors' update gives.
///
/// **What is not.** Other moduli, the phase diagram over decay and share of pairs, learned
/// embeddings, the proofs.
///
/// **What the text does not say.** A net that learned a random table with ReLU bears the swap to
/// even responses nearly as well, so the swap tells nothing of waves. Without weight decay the net
/// leaves the plateau too, slowly. That mirrored pairs are known is the symmetry of the net.
///
/// Reading order: [engram.paper.modular.ModularAddition] (the study),
/// [engram.paper.modular.StandardRun] (the main claims), [engram.paper.modular.Winners] (the
/// lottery), [engram.paper.modular.QuadraticRuns], [engram.paper.modular.Grokking] with
/// [engram.paper.modular.Stages]. All start by [engram.paper.modular.Recipe], train in a
/// [engram.paper.modular.Course], which can be interrupted, and measure by
/// [engram.paper.modular.Portrait]. The claims stand in [engram.paper.modular.StandardClaims],
/// [engram.paper.modular.WinnersClaims], [engram.paper.modular.QuadraticClaims] and
/// [engram.paper.modular.GrokkingClaims]. The mechanism is in `engram.flow.fourier`.
///
/// References: [1] the paper above. [2] The authors' code:
/// github.com/Y-Agent/modular-addition-feature-learning (no licence seen; facts only).
@NullMarked
package engram.paper.modular;

import org.jspecify.annotations.NullMarked;
