// SPDX-License-Identifier: Apache-2.0
/// Learning online while labels are exchanged: the small net of the paper, its stream, and what is
/// measured on it.
///
/// The net is an expression of `engram.autodiff`, run forwards and back a batch at a time. The
/// gradient stays in factors, inputs and signals of each layer, of rank the batch: an update
/// multiplies it into the weights, and a simulated update needs only its product with the
/// remembered images. Trying two rates on 20 images so costs about as much as a batch of training,
/// where the published program copies and updates the net twice.
///
/// Reading order: [engram.credit.rate.online.OnlineLearner] (the order of operations),
/// [engram.credit.rate.online.OnlineTask], [engram.credit.rate.online.ConceptShift],
/// [engram.credit.rate.online.LabelSwaps], [engram.credit.rate.online.EluNet], then
/// [engram.credit.rate.online.PrequentialMeter], [engram.credit.rate.online.RecoveryMeter],
/// [engram.credit.rate.online.OnlineRun]; inside, `BatchPass`, `Rehearsal`, `Passage`.
///
/// References: [1] K. Man, A. Damasio, H. Neven: Need is all you need: homeostatic neural networks
/// adapt to concept shift. arXiv 2205.08645 (2022). [2] D.-A. Clevert, T. Unterthiner, S.
/// Hochreiter: Fast and accurate deep network learning by exponential linear units (ELUs). arXiv
/// 1511.07289 (2016).
@NullMarked
package engram.credit.rate.online;

import org.jspecify.annotations.NullMarked;
