// SPDX-License-Identifier: Apache-2.0
/// What parameters of all models are held to.
///
/// Reading order: [engram.neuron.internal.Require].
///
/// No references.
@NullMarked
package engram.neuron.internal;

import org.jspecify.annotations.NullMarked;
