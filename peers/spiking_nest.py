# SPDX-License-Identifier: Apache-2.0
"""Reference networks in NEST, in a process of its own.

    spiking_nest.py NETWORK THREADS SECONDS
    spiking_nest.py NETWORK THREADS SECONDS statistics SEED [OPTION]

NETWORK is coba, cuba, brunel, hpc (11,250 neurons, 126 million synapses) or column (the cortical
microcircuit, a share OPTION of neurons and synapses, .1 by default), SECONDS biological. With `statistics`
spikes are recorded and what spike_statistics.py says of them is printed too, of SECONDS after its
transient. OPTION is the reset of Brunel's network in mV (0 by default), and 0 takes learning out of hpc.
Prints one line of JSON: times in wall seconds
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
MEASURED = len(sys.argv) > 4 and sys.argv[4] == "statistics"
SEED = int(sys.argv[5]) if MEASURED else 42
OPTION = float(sys.argv[6]) if len(sys.argv) > 6 else None
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
    try:
        import nest
    except ImportError:
        sys.exit(3)
import numpy as np

from spike_statistics import TRANSIENT_MS, statistics

nest.verbosity = nest.VerbosityLevel.ERROR
nest.ResetKernel()
nest.local_num_threads = THREADS
nest.resolution = 0.1
nest.rng_seed = SEED
rng = np.random.default_rng(SEED)
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
        "C_m": 1.0, "tau_m": 20.0, "E_L": 0.0, "V_m": 0.0, "V_th": 20.0, "V_reset": OPTION or 0.0,
        "t_ref": 2.0})
    outside = nest.Create("poisson_generator", params={"rate": 20000.0})
    nest.Connect(cells[:10000], cells, {"rule": "fixed_indegree", "indegree": 1000},
                 {"weight": 0.1, "delay": 1.5})
    nest.Connect(cells[10000:], cells, {"rule": "fixed_indegree", "indegree": 250},
                 {"weight": -0.5, "delay": 1.5})
    nest.Connect(outside, cells, "all_to_all", {"weight": 0.1, "delay": 1.5})
    return cells, "exact"


def hpc():
    """Kunkel et al. (2014): power-law STDP between excitatory neurons."""
    s, tau = 0.3258272240372284, 10.0
    cell = {"C_m": 250.0, "tau_m": tau, "t_ref": 0.5, "E_L": 0.0, "V_reset": 0.0, "V_th": 20.0,
            "tau_syn_ex": s, "tau_syn_in": s, "tau_minus": 30.0}
    peak, b = 1.700759, 1 / s - 1 / tau
    unit = np.e / (s * 250.0 * b) * ((np.exp(-peak / tau) - np.exp(-peak / s)) / b - peak * np.exp(-peak / s))
    weight = 0.14 / unit
    outside = 1.685 * 20.0 / (weight * np.e * s * tau / 250.0) * 1000
    cells = nest.Create("iaf_psc_alpha", 11250, cell)
    cells.V_m = rng.normal(5.7, 7.2, 11250)
    e, i = cells[:9000], cells[9000:]
    nest.CopyModel("stdp_pl_synapse_hom_hpc", "plastic",
                   {"alpha": 0.0513, "lambda": 0.1, "mu": 0.4, "tau_plus": 15.0})
    nest.CopyModel("static_synapse_hom_w_hpc", "excite", {"weight": weight})
    nest.CopyModel("static_synapse_hom_w_hpc", "inhibit", {"weight": -5 * weight})
    noise = nest.Create("poisson_generator", params={"rate": outside})
    nest.Connect(noise, cells, "all_to_all", {"weight": weight, "delay": 1.5})
    from_e, from_i = ({"rule": "fixed_indegree", "indegree": k} for k in (9000, 2250))
    if OPTION == 0:
        nest.Connect(e, e, from_e, {"synapse_model": "excite", "delay": 1.5})
    else:
        nest.Connect(e, e, from_e, {"synapse_model": "plastic", "delay": 1.5, "weight": weight})
    nest.Connect(e, i, from_e, {"synapse_model": "excite", "delay": 1.5})
    nest.Connect(i, cells, from_i, {"synapse_model": "inhibit", "delay": 1.5})
    return cells, "exact, " + ("static" if OPTION == 0 else "STDP")


def column():
    """Potjans and Diesmann (2014), a share of neurons and of synapses with the direct current that makes up."""
    share = OPTION or 0.1
    sizes = [20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948]
    outside = [1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100]
    expected = [0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829]
    mean = [-68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43]
    sd = [5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48]
    p = np.array([
        [.1009, .1689, .0437, .0818, .0323, 0, .0076, 0], [.1346, .1371, .0316, .0515, .0755, 0, .0042, 0],
        [.0077, .0059, .0497, .135, .0067, .0003, .0453, 0], [.0691, .0029, .0794, .1597, .0033, 0, .1057, 0],
        [.1004, .0622, .0505, .0057, .0831, .3726, .0204, 0], [.0548, .0269, .0257, .0022, .06, .3158, .0086, 0],
        [.0156, .0066, .0211, .0166, .0572, .0197, .0396, .2252], [.0364, .001, .0034, .0005, .0277, .008, .0658, .1443]])
    pairs = np.outer(sizes, sizes)
    synapses = np.round(np.log1p(-p) / np.log1p(-1 / pairs))
    m, s = 10.0, 0.5
    unit = 250.0 / (m * s / (s - m) * ((m / s) ** (-m / (m - s)) - (m / s) ** (-s / (m - s))))
    weights = np.tile([0.15 * unit, -0.6 * unit], (8, 4))
    weights[0, 2] *= 2
    flow = (1 - np.sqrt(share)) * s / 1000 * (
        np.array(outside) * 8.0 * 0.15 * unit + (weights * synapses / np.array(sizes)[:, None]) @ np.array(expected))
    groups = []
    for k in range(8):
        group = nest.Create("iaf_psc_exp", round(sizes[k] * share), {
            "C_m": 250.0, "tau_m": m, "E_L": -65.0, "V_reset": -65.0, "V_th": -50.0, "t_ref": 2.0,
            "tau_syn_ex": s, "tau_syn_in": s, "I_e": flow[k]})
        group.V_m = rng.normal(mean[k], sd[k], len(group))
        noise = nest.Create("poisson_generator", params={"rate": outside[k] * 8.0 * share})
        nest.Connect(noise, group, "all_to_all", {"weight": 0.15 * unit / np.sqrt(share), "delay": 1.5})
        groups.append(group)
    for target in range(8):
        for source in range(8):
            count = round(synapses[target, source] * share * share)
            if count > 0:
                weight = weights[target, source] / np.sqrt(share)
                delay = 1.5 if source % 2 == 0 else 0.75
                nest.Connect(groups[source], groups[target], {"rule": "fixed_total_number", "N": count}, {
                    "weight": nest.math.redraw(nest.random.normal(weight, abs(weight) * 0.1), **{
                        "min": 0.0 if weight > 0 else -np.inf, "max": np.inf if weight > 0 else 0.0}),
                    "delay": nest.math.redraw(nest.random.normal(delay, delay / 2), min=0.1, max=100.0)})
    return sum(groups[1:], groups[0]), "exact"


def resident():
    """Bytes of this process in memory, or None where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as counts:
            return int(counts.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


begin, before = time.time(), resident()
cells, method = {"coba": coba, "cuba": cuba, "brunel": brunel, "hpc": hpc, "column": column}[NETWORK]()
EXCITATORY = len(cells) if NETWORK == "column" else len(cells) * 4 // 5
BEGIN_MS = TRANSIENT_MS[NETWORK] if MEASURED else 0.0
recorder = None
if MEASURED:
    recorder = nest.Create("spike_recorder")
    nest.Connect(cells[:EXCITATORY], recorder)
nest.Prepare()
constructed, after = time.time(), resident()
nest.Run(SECONDS * 1000.0 + BEGIN_MS)
ran = time.time()
nest.Cleanup()
spikes = nest.GetKernelStatus("local_spike_counter")
found = {}
if recorder is not None:
    events = recorder.events
    found = statistics(events["times"], events["senders"] - 1, EXCITATORY, BEGIN_MS, BEGIN_MS + 1000 * SECONDS)
    found |= {"seed": SEED, "option": OPTION}
    if NETWORK == "column":
        borders = np.cumsum([0] + [round(n * (OPTION or 0.1)) for n in (20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948)])
        late = events["senders"][events["times"] > BEGIN_MS] - 1
        found["rates"] = (np.histogram(late, borders)[0] / np.diff(borders) / SECONDS).tolist()
    if NETWORK == "hpc" and OPTION != 0:
        own = np.array(nest.GetConnections(target=cells[0], synapse_model="plastic").weight)
        found |= {"weight_mean": float(own.mean()), "weight_cv": float(own.std() / own.mean())}
print(json.dumps({
    "network": NETWORK, "simulator": "NEST " + nest.__version__, "method": method, "threads": THREADS,
    "biological_s": SECONDS, "construct_s": constructed - begin, "run_s": ran - constructed,
    "total_s": time.time() - START, "bytes": None if before is None else after - before,
    "spikes": int(spikes), "rate": spikes / len(cells) / SECONDS} | found))
