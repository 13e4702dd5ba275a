// SPDX-License-Identifier: Apache-2.0
/// Reverse-mode differentiation over arrays of float and double with fixed shapes.
///
/// A net is an expression: a [engram.autodiff.Graph] of [engram.autodiff.Node]s. Its gradients are
/// nodes of the same graph, made of the same operations, so they have gradients too. A
/// [engram.autodiff.Program] compiles the nodes that are wanted to a list of loops over arrays that
/// are made once, elementwise nodes in groups that run block by block. What is trained lives in
/// [engram.autodiff.Parameters], which several graphs may read.
///
/// Reading order: [engram.autodiff.Graph], [engram.autodiff.Node], [engram.autodiff.Program],
/// [engram.autodiff.Parameters], [engram.autodiff.array.Values], [engram.autodiff.Dual] for small
/// models forwards; inside, `Operation` and its families, a file each with loop and gradient side
/// by side, then `Gradients`, `Compiler`, `Fusion`, `Group`. Layers are in `engram.autodiff.nets`,
/// optimisers in `engram.autodiff.train`.
///
/// References: 1. A. Griewank, A. Walther (2008). Evaluating Derivatives, 2nd edition,
/// doi:10.1137/1.9780898717761. 2. A. G. Baydin, B. A. Pearlmutter, A. A. Radul, J. M. Siskind
/// (2018). Automatic differentiation in machine learning: a survey. Journal of Machine Learning
/// Research 18(153), arXiv 1502.05767.
@NullMarked
package engram.autodiff;

import org.jspecify.annotations.NullMarked;
