// SPDX-License-Identifier: Apache-2.0
/// Paper 38, `homeostatic`: K. Man, A. Damasio, H. Neven: Need is All You Need: Homeostatic Neural
/// Networks Adapt to Concept Shift, arXiv 2205.08645 (2022).
///
/// **What could be read.** The abstract, and rules and constants of the published program as our
/// specification of it gives them; the paper's own figures were not read.
///
/// **What is reproduced.** The regulated rate and the two that the paper sets beside it, constant
/// and random, without shift, under steady shift at three paces, and over seasons, on MNIST and on
/// Fashion-MNIST. Beside them stand what the paper does not have: the regulated run's own mean rate
/// held constant, other constant rates, Adam, and the share of offers that the regulator takes,
/// without which none of its results can be read.
///
/// **What is not.** Fifty epochs, the whole range of paces, detectors of drift with a reset, and
/// hypergradient descent.
///
/// Reading order: [engram.paper.homeostatic.HomeostaticStudy],
/// [engram.paper.homeostatic.HomeostaticClaims], [engram.paper.homeostatic.Setting],
/// [engram.paper.homeostatic.Arms], [engram.paper.homeostatic.FirstOrderShift] (the main page),
/// [engram.paper.homeostatic.NoShift], [engram.paper.homeostatic.PublishedConstants],
/// [engram.paper.homeostatic.Seasons], [engram.paper.homeostatic.Reading]. The mechanism is in
/// `engram.credit.rate`.
///
/// References: [1] the paper above. [2] D. P. Kingma, J. Ba: Adam: a method for stochastic
/// optimization. ICLR 2015, arXiv 1412.6980.
@NullMarked
package engram.paper.homeostatic;

import org.jspecify.annotations.NullMarked;
