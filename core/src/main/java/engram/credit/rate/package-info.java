// SPDX-License-Identifier: Apache-2.0
/// A learning rate that regulates itself: the homeostatic learner of Man, Damasio and Neven.
///
/// Some classes raise the rate of a learner that accepts a sample of them, others lower it. The
/// learner guesses the class, simulates an update with the rate that it would then expect, and
/// accepts if that does better on its recent memory; the effect itself follows the true class, so a
/// wrong guess can harm it. Here are the regulator and the rates that compete with it, all of them
/// a [engram.plasticity.rate.LearningRatePolicy]; a constant rate is
/// [engram.plasticity.rate.ConstantRate]. The learner under concept shift is in
/// `engram.credit.rate.online`.
///
/// **A decision of ours.** The published program's test of its floor, `eta < 0`, misses 0 and what
/// rounding leaves of it; see [engram.credit.rate.RateClip].
///
/// Reading order: [engram.credit.rate.HomeostaticRegulator] with its parts
/// [engram.credit.rate.Effect], [engram.credit.rate.RateStep], [engram.credit.rate.DecisionTimes],
/// [engram.credit.rate.GradientScope], [engram.credit.rate.RateClip]; then
/// [engram.credit.rate.RegulatedRate], [engram.credit.rate.Offer],
/// [engram.credit.rate.Homeostatic], [engram.credit.rate.RandomRegulated],
/// [engram.credit.rate.Shadow], [engram.credit.rate.Decisions].
///
/// References: [1] K. Man, A. Damasio, H. Neven: Need is all you need: homeostatic neural networks
/// adapt to concept shift. arXiv 2205.08645 (2022).
@NullMarked
package engram.credit.rate;

import org.jspecify.annotations.NullMarked;
