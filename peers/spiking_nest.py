# SPDX-License-Identifier: Apache-2.0
"""Reference networks in NEST, in a process of its own.

    spiking_nest.py NETWORK THREADS SECONDS

NETWORK is coba, cuba or brunel, SECONDS biological. Prints one line of JSON: times in wall seconds
(`construct_s`, `run_s` the simulation alone, `total_s` from the start of this process), spikes and the
mean rate in 1/s, and `bytes`, what construction added to the resident memory (Linux). Conductances are
solved by NEST's own adaptive method, which is not Euler. Exit code 3: NEST is missing.
"""
import contextlib
import json
import os
import sys
import time

START = time.time()
NETWORK, THREADS, SECONDS = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    try:
        import nest
    except ImportError:
        sys.exit(3)
import numpy as np

nest.verbosity = nest.VerbosityLevel.ERROR
nest.ResetKernel()
nest.local_num_threads = THREADS
nest.resolution = 0.1
nest.rng_seed = 42
rng = np.random.default_rng(42)
BERNOULLI = {"rule": "pairwise_bernoulli", "p": 0.02, "allow_autapses": True}


def coba():
    cells = nest.Create("iaf_cond_exp", 4000, {
        "C_m": 200.0, "g_L": 10.0, "E_L": -60.0, "V_th": -50.0, "V_reset": -60.0, "t_ref": 5.0,
        "tau_syn_ex": 5.0, "tau_syn_in": 10.0, "E_ex": 0.0, "E_in": -80.0})
    cells.V_m = np.minimum(rng.normal(-65, 5, 4000), -50.1)
    cells.g_ex = np.maximum(rng.normal(40, 15, 4000), 0)
    cells.g_in = np.maximum(rng.normal(200, 120, 4000), 0)
    nest.Connect(cells[:3200], cells, BERNOULLI, {"weight": 6.0, "delay": 0.1})
    nest.Connect(cells[3200:], cells, BERNOULLI, {"weight": -67.0, "delay": 0.1})
    return cells, "adaptive Runge-Kutta"


def cuba():
    cells = nest.Create("iaf_psc_exp", 4000, {
        "C_m": 200.0, "tau_m": 20.0, "E_L": -49.0, "V_th": -50.0, "V_reset": -60.0, "t_ref": 5.0,
        "tau_syn_ex": 5.0, "tau_syn_in": 10.0})
    cells.V_m = rng.uniform(-60, -50, 4000)
    nest.Connect(cells[:3200], cells, BERNOULLI, {"weight": 16.2, "delay": 0.1})
    nest.Connect(cells[3200:], cells, BERNOULLI, {"weight": -90.0, "delay": 0.1})
    return cells, "exact"


def brunel():
    cells = nest.Create("iaf_psc_delta", 12500, {
        "C_m": 1.0, "tau_m": 20.0, "E_L": 0.0, "V_m": 0.0, "V_th": 20.0, "V_reset": 0.0, "t_ref": 2.0})
    outside = nest.Create("poisson_generator", params={"rate": 20000.0})
    nest.Connect(cells[:10000], cells, {"rule": "fixed_indegree", "indegree": 1000},
                 {"weight": 0.1, "delay": 1.5})
    nest.Connect(cells[10000:], cells, {"rule": "fixed_indegree", "indegree": 250},
                 {"weight": -0.5, "delay": 1.5})
    nest.Connect(outside, cells, "all_to_all", {"weight": 0.1, "delay": 1.5})
    return cells, "exact"


def resident():
    """Bytes of this process in memory, or None where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as counts:
            return int(counts.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


begin, before = time.time(), resident()
cells, method = {"coba": coba, "cuba": cuba, "brunel": brunel}[NETWORK]()
nest.Prepare()
constructed, after = time.time(), resident()
nest.Run(SECONDS * 1000.0)
ran = time.time()
nest.Cleanup()
spikes = nest.GetKernelStatus("local_spike_counter")
print(json.dumps({
    "network": NETWORK, "simulator": "NEST " + nest.__version__, "method": method, "threads": THREADS,
    "biological_s": SECONDS, "construct_s": constructed - begin, "run_s": ran - constructed,
    "total_s": time.time() - START, "bytes": None if before is None else after - before,
    "spikes": int(spikes), "rate": spikes / len(cells) / SECONDS}))
