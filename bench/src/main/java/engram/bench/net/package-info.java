// SPDX-License-Identifier: Apache-2.0
/// Training steps of small nets beside PyTorch and NumPy: by hand over the kernel, which is what
/// `docs/decisions/007-own-autodiff.md` rests on, and as expressions of `engram.autodiff`.
///
/// Reading order: `Net`, `Mlp` and what it is made of (`Dense`, `Relu`, `CrossEntropy`,
/// `Parameter`), `ModularAddition`, `Convolution`, `Transformer`, `Engine`; then
/// [engram.bench.net.NetsBench], which lets them and their peers take turns.
///
/// No references.
@NullMarked
package engram.bench.net;

import org.jspecify.annotations.NullMarked;
