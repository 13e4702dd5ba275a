// SPDX-License-Identifier: Apache-2.0
/// How large a step a rule takes, and how large it may be.
///
/// Reading order: [engram.plasticity.rate.LearningRatePolicy], an open interface that any loop can
/// use and any package implement; its usual forms [engram.plasticity.rate.ConstantRate],
/// [engram.plasticity.rate.LinearDecay], [engram.plasticity.rate.Reciprocal],
/// [engram.plasticity.rate.NormDependent]; then [engram.plasticity.rate.DataScale] and
/// [engram.plasticity.rate.RateWarning], which say when a rate leaves what is stable.
///
/// References: [1] H. Robbins, S. Monro: A stochastic approximation method. Annals of Mathematical
/// Statistics 22 (1951) 400-407, doi:10.1214/aoms/1177729586. [2] A. Journe, H. Garcia Rodriguez,
/// Q. Guo, T. Moraitis: Hebbian deep learning without feedback. arXiv 2209.11883 (2022).
@NullMarked
package engram.plasticity.rate;

import org.jspecify.annotations.NullMarked;
