// SPDX-License-Identifier: Apache-2.0
/// Networks of spiking neurons beside Brian2 and NEST in the same run, and beside what the machine
/// allows: `JAVA_HOME=... bench/run spiking`.
///
/// Reading order: [engram.bench.spiking.SpikingBench]; `Course`, a network to be run; `Race`, in
/// which `OwnRun` and the peers take turns; `Program`, a process that is asked for a run
/// (`peers/spiking_brian2.py`, `peers/spiking_nest.py`, [engram.bench.spiking.FirstResult]), and
/// its `Answer`; `Limits`, made of `Reading` and `Scatter`.
///
/// No references.
@NullMarked
package engram.bench.spiking;

import org.jspecify.annotations.NullMarked;
