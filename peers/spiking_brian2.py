# SPDX-License-Identifier: Apache-2.0
"""Reference networks in Brian2, C++ standalone, in a process of its own.

    spiking_brian2.py NETWORK THREADS SECONDS [METHOD]
    spiking_brian2.py NETWORK THREADS SECONDS METHOD statistics SEED [DELAY] [RESET]

NETWORK is coba, cuba or brunel, SECONDS biological. COBA takes METHOD euler (the default here, and what
`engram` uses when it is compared) or exponential_euler. With `statistics` spikes are recorded and what
spike_statistics.py says of them is printed too, of SECONDS after its transient; DELAY in ms is that of
COBA and CUBA (none by default), RESET in mV that of Brunel's (0 by default). Prints one line of JSON: times in wall seconds
(`run_s` the simulation alone, as Brian2 measured it; `construct_s` the rest of the compiled program, which
connects the network; `total_s` from the start of this process, with generating and compiling), spikes and
the mean rate in 1/s, and `bytes`, the greatest resident memory of the compiled program where it is above
that of the compiler. Exit code 3: Brian2 is missing. Brian2 2.9.0 wants a NumPy below 2.4.
"""
import json
import resource
import shutil
import sys
import tempfile
import time

START = time.time()
try:
    import brian2 as b
except ImportError:
    sys.exit(3)
from spike_statistics import TRANSIENT_MS, statistics
from brian2 import ms, mV, nS, pF, pA, second, Hz

NETWORK, THREADS, SECONDS = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
METHOD = sys.argv[4] if len(sys.argv) > 4 else "euler"
MEASURED = len(sys.argv) > 5 and sys.argv[5] == "statistics"
SEED = int(sys.argv[6]) if MEASURED else 42
DELAY = float(sys.argv[7]) if len(sys.argv) > 7 else 0.0
RESET = float(sys.argv[8]) if len(sys.argv) > 8 else 0.0
FOLDER = tempfile.mkdtemp()
b.set_device("cpp_standalone", directory=FOLDER, build_on_run=False)
b.prefs.devices.cpp_standalone.openmp_threads = 0 if THREADS == 1 else THREADS
b.defaultclock.dt = 0.1 * ms
b.seed(SEED)


def coba():
    """Conductance-based, 3,200 excitatory and 800 inhibitory neurons, 2 % of pairs connected."""
    cells = b.NeuronGroup(
        4000,
        """dv/dt = (10*nS*(-60*mV-v) + ge*(0*mV-v) + gi*(-80*mV-v))/(200*pF) : volt (unless refractory)
           dge/dt = -ge/(5*ms) : siemens
           dgi/dt = -gi/(10*ms) : siemens""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method=METHOD)
    cells.v = "-60*mV + (randn()*5-5)*mV"
    cells.ge = "(randn()*1.5+4)*10*nS"
    cells.gi = "(randn()*12+20)*10*nS"
    e = b.Synapses(cells[:3200], cells, on_pre="ge += 6*nS", delay=DELAY * ms)
    i = b.Synapses(cells[3200:], cells, on_pre="gi += 67*nS", delay=DELAY * ms)
    e.connect(p=0.02)
    i.connect(p=0.02)
    return [cells, e, i], cells, METHOD


def cuba():
    """Current-based: the linear equations are solved exactly."""
    cells = b.NeuronGroup(
        4000,
        """dv/dt = (ge + gi - (v+49*mV))/(20*ms) : volt (unless refractory)
           dge/dt = -ge/(5*ms) : volt
           dgi/dt = -gi/(10*ms) : volt""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    cells.v = "-60*mV + rand()*10*mV"
    e = b.Synapses(cells[:3200], cells, on_pre="ge += 1.62*mV", delay=DELAY * ms)
    i = b.Synapses(cells[3200:], cells, on_pre="gi -= 9*mV", delay=DELAY * ms)
    e.connect(p=0.02)
    i.connect(p=0.02)
    return [cells, e, i], cells, "exact"


def brunel():
    """Delta synapses of 0.1 mV, 10,000 and 2,500 neurons, g = 5, eta = 2. Input counts in the refractory time."""
    cells = b.NeuronGroup(
        12500, "dv/dt = -v/(20*ms) : volt (unless refractory)",
        threshold="v > 20*mV", reset=f"v = {RESET}*mV", refractory=2 * ms, method="exact")
    e = b.Synapses(cells[:10000], cells, on_pre="v += 0.1*mV", delay=1.5 * ms)
    i = b.Synapses(cells[10000:], cells, on_pre="v -= 0.5*mV", delay=1.5 * ms)
    e.connect(p=0.1)
    i.connect(p=0.1)
    outside = b.PoissonInput(cells, "v", 1000, 20 * Hz, weight=0.1 * mV)
    return [cells, e, i, outside], cells, "exact"


parts, cells, method = {"coba": coba, "cuba": cuba, "brunel": brunel}[NETWORK]()
EXCITATORY = len(cells) * 4 // 5
counter = b.SpikeMonitor(cells[:EXCITATORY] if MEASURED else cells, record=MEASURED)
network = b.Network(*parts, counter)
BEGIN_MS = TRANSIENT_MS[NETWORK] if MEASURED else 0.0
network.run(SECONDS * second + BEGIN_MS * ms)
b.device.build(directory=FOLDER, compile=True, run=False, debug=False)
compiled, compiler = time.time(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
b.device.run()
run, whole = b.device._last_run_time, time.time() - compiled
resident = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
spikes = int(counter.num_spikes)
found = {}
if MEASURED:
    found = statistics(counter.t / ms, counter.i, EXCITATORY, BEGIN_MS, BEGIN_MS + 1000 * SECONDS)
    found |= {"seed": SEED, "delay_ms": DELAY, "reset_mv": RESET}
shutil.rmtree(FOLDER)
print(json.dumps({
    "network": NETWORK, "simulator": "Brian2 " + b.__version__ + " C++ standalone", "method": method,
    "threads": THREADS, "biological_s": SECONDS, "construct_s": whole - run, "run_s": run,
    "total_s": time.time() - START, "bytes": 1024 * resident if resident > compiler else None, "spikes": spikes,
    "rate": spikes / len(cells) / SECONDS} | found))
