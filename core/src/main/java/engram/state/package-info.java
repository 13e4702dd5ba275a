// SPDX-License-Identifier: Apache-2.0
/// State as plain data: what a model, a checkpoint or a stream is made of between two steps.
///
/// Reading order: [engram.state.Snapshot] (the value), [engram.state.Safetensors] (its file),
/// [engram.state.AtomicFile] (how files are replaced), [engram.state.Sha256] (what says that two
/// are the same), [engram.state.CheckpointFile], [engram.state.Machine] (what has state and runs on
/// a stream); `state.stream` runs it.
///
/// References:
///
/// 1. The safetensors format, https://github.com/huggingface/safetensors.
@NullMarked
package engram.state;

import org.jspecify.annotations.NullMarked;
