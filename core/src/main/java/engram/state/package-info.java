// SPDX-License-Identifier: Apache-2.0
/// State as plain data: what a model, a checkpoint or a stream is made of between two steps.
///
/// Reading order: [engram.state.Snapshot] (the value), [engram.state.Safetensors] (its file),
/// [engram.state.AtomicFile] (how files are replaced), [engram.state.Machine] (what has state and
/// runs on a stream), [engram.state.StreamRunner] (runs it, with checkpoints) between
/// [engram.state.StreamSource] and [engram.state.StreamSink], [engram.state.Recorder] (what is kept
/// of an endless series).
///
/// References:
///
/// 1. The safetensors format, https://github.com/huggingface/safetensors.
@NullMarked
package engram.state;

import org.jspecify.annotations.NullMarked;
