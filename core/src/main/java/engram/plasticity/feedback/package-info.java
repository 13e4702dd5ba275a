// SPDX-License-Identifier: Apache-2.0
/// Local losses and ways in which an error can come back, as rivals to compare with: what the rules
/// of this catalogue do without. Predictive coding and equilibrium propagation lie in
/// `engram.plasticity.relax`, contrastive predictions in `engram.plasticity.contrast`; sign-flipped
/// plasticity stands with its paper.
///
/// Reading order: [engram.plasticity.feedback.Feedback], the ways;
/// [engram.plasticity.feedback.FeedbackNet], a net that learns by one of them;
/// [engram.plasticity.feedback.TargetPropagation]; [engram.plasticity.feedback.Goodness], the loss
/// of forward-forward.
///
/// References: [1] T. P. Lillicrap, D. Cownden, D. B. Tweed, C. J. Akerman: Random synaptic
/// feedback weights support error backpropagation for deep learning. Nature Communications 7 (2016)
/// 13276, doi:10.1038/ncomms13276. [2] A. Nokland: Direct feedback alignment provides learning in
/// deep neural networks. arXiv 1609.01596 (2016). [3] J. F. Kolen, J. B. Pollack: Backpropagation
/// without weight transport. ICNN (1994), doi:10.1109/ICNN.1994.374486. [4] M. Akrout, C. Wilson,
/// P. C. Humphreys, T. Lillicrap, D. Tweed: Deep learning without weight transport. arXiv
/// 1904.05391 (2019). [5] D.-H. Lee, S. Zhang, A. Fischer, Y. Bengio: Difference target
/// propagation. arXiv 1412.7525 (2014). [6] G. Hinton: The forward-forward algorithm. arXiv
/// 2212.13345 (2022).
@NullMarked
package engram.plasticity.feedback;

import org.jspecify.annotations.NullMarked;
