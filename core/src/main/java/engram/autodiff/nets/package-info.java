// SPDX-License-Identifier: Apache-2.0
/// Layers: what a part of a net does to a node, and the parameters that it needs.
///
/// A layer is a record. [engram.autodiff.nets.Layer#addTo] makes its parameters once,
/// [engram.autodiff.nets.Layer#apply] builds its nodes in any graph over them, for training or for
/// judging. Arrays have the batch first and the features last; images are batch x height x width x
/// channels.
///
/// Reading order: [engram.autodiff.nets.Layer], [engram.autodiff.nets.Linear],
/// [engram.autodiff.nets.Chain], [engram.autodiff.nets.Initial], the other layers,
/// [engram.autodiff.nets.Losses].
///
/// References: 1. K. He, X. Zhang, S. Ren, J. Sun (2015). Delving deep into rectifiers, arXiv
/// 1502.01852. 2. X. Glorot, Y. Bengio (2010). Understanding the difficulty of training deep
/// feedforward neural networks, AISTATS. 3. J. L. Ba, J. R. Kiros, G. E. Hinton (2016). Layer
/// normalization, arXiv 1607.06450. 4. S. Ioffe, C. Szegedy (2015). Batch normalization, arXiv
/// 1502.03167. 5. A. Vaswani et al. (2017). Attention is all you need, arXiv 1706.03762. 6. N.
/// Srivastava et al. (2014). Dropout, Journal of Machine Learning Research 15. 7. D. Hendrycks, K.
/// Gimpel (2016). Gaussian error linear units, arXiv 1606.08415.
@NullMarked
package engram.autodiff.nets;

import org.jspecify.annotations.NullMarked;
