// SPDX-License-Identifier: Apache-2.0
/// State as plain data: what a model, a checkpoint or a stream is made of between two steps.
///
/// Reading order: [engram.state.Snapshot].
///
/// References: the safetensors format, https://github.com/huggingface/safetensors.
@NullMarked
package engram.state;

import org.jspecify.annotations.NullMarked;
