// SPDX-License-Identifier: Apache-2.0
/// A machine on an endless stream: records come, results go, checkpoints lie between, and what is
/// kept of a long series stays small.
///
/// Reading order: [engram.state.stream.StreamRunner] between [engram.state.stream.StreamSource] and
/// [engram.state.stream.StreamSink], [engram.state.stream.LineSink] (lines of a file, none twice
/// and none lost), [engram.state.stream.Recorder] (an endless series in bounded memory).
///
/// References: K. M. Chandy, L. Lamport: Distributed snapshots: determining global states of
/// distributed systems. ACM Transactions on Computer Systems 3 (1985) 63-75,
/// doi:10.1145/214451.214456.
@NullMarked
package engram.state.stream;

import org.jspecify.annotations.NullMarked;
