# SPDX-License-Identifier: Apache-2.0
"""Training steps of small nets in PyTorch (or, with `numpy`, in NumPy), in a process of its own, on demand.

Started by the bench module: `nets_torch.py NET THREADS`, with the number of threads in the environment
too. Says `ready VERSION` on one line. Then, for each line `SECONDS` on its standard input it repeats the
net's step for so much processor time (or ten times as much wall time) and prints, in milliseconds, the median of the main thread's processor time, the
median of the wall time and the shortest wall time of a step, the peak of the process's memory in MB, and
the loss. Steps under a millisecond are timed in groups. Ends with its input. Exit code 3: the library is
missing.

A step is forward, backward and update of float32 parameters:
  tiny         sum of a product of two 16 x 16 matrices, both gradients, no update
  mlp-1        784-256-10, ReLU, cross-entropy, batch 1, plain gradient descent
  mlp-128      the same with batch 128
  transformer  4 blocks, 64 channels, 128 positions, 4 heads, causal, batch 8, mean square error, AdamW
  convolution  3-32-64-128 channels on 32 x 32, 3 x 3, ReLU, halved by maxima, linear to 10, batch 64
  softhebb     2,000 units that compete by softmax, 32 samples of 784, an update by their local rule, no gradients
  modular      (x + y) mod 23, 512 ReLU neurons without bias, all 529 pairs, AdamW; a step is one epoch
"""
import resource
import statistics
import sys
import time

name, threads = sys.argv[1], int(sys.argv[2])
numpy_only = name.endswith("-numpy")
try:
    if numpy_only:
        import numpy as np
    else:
        import torch
        from torch import nn
        from torch.nn import functional as F
except ImportError:
    sys.exit(3)


def supervised(net, inputs, classes=10):
    """A step of gradient descent on the cross-entropy of random labels."""
    labels = torch.randint(classes, (inputs.shape[0],))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.01)

    def step():
        optimizer.zero_grad()
        loss = F.cross_entropy(net(inputs), labels)
        loss.backward()
        optimizer.step()
        return loss

    return step


def tiny():
    a = torch.randn(16, 16, requires_grad=True)
    b = torch.randn(16, 16, requires_grad=True)

    def step():
        a.grad = None
        b.grad = None
        loss = (a @ b).sum()
        loss.backward()
        return loss

    return step


def mlp(batch):
    net = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
    return supervised(net, torch.randn(batch, 784))


def convolution():
    layers, channels = [], 3
    for wider in (32, 64, 128):
        layers += [nn.Conv2d(channels, wider, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        channels = wider
    net = nn.Sequential(*layers, nn.Flatten(), nn.Linear(128 * 4 * 4, 10))
    return supervised(net, torch.randn(64, 3, 32, 32))


class Block(nn.Module if not numpy_only else object):
    def __init__(self, channels, heads):
        super().__init__()
        self.heads = heads
        self.before_attention = nn.LayerNorm(channels)
        self.before_mlp = nn.LayerNorm(channels)
        self.project = nn.Linear(channels, 3 * channels)
        self.merge = nn.Linear(channels, channels)
        self.widen = nn.Linear(channels, 4 * channels)
        self.narrow = nn.Linear(4 * channels, channels)

    def forward(self, x):
        batch, positions, channels = x.shape
        parts = self.project(self.before_attention(x)).view(batch, positions, 3, self.heads, -1)
        q, k, v = parts.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.merge(mixed.transpose(1, 2).reshape(batch, positions, channels))
        return x + self.narrow(F.gelu(self.widen(self.before_mlp(x)), approximate="tanh"))


def transformer():
    net = nn.Sequential(*[Block(64, 4) for _ in range(4)])
    inputs, targets = torch.randn(8, 128, 64), torch.randn(8, 128, 64)
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)

    def step():
        optimizer.zero_grad()
        loss = F.mse_loss(net(inputs), targets)
        loss.backward()
        optimizer.step()
        return loss

    return step


def softhebb():
    torch.set_grad_enabled(False)
    samples = torch.randn(32, 784) / 784**0.5
    weights = torch.rand(2000, 784)
    weights *= 35 / weights.norm(dim=1, keepdim=True)

    def step():
        scores = samples @ weights.T
        active = torch.softmax(12 * scores, 1)
        change = active.T @ samples - (active * scores).sum(0).unsqueeze(1) * weights
        norms = weights.norm(dim=1, keepdim=True)
        weights.add_(change * (0.045 * (norms - 1).abs() ** 0.2 / change.abs().max()))
        return norms[0]

    return step


P, NEURONS, RATE, DECAY, BETA1, BETA2 = 23, 512, 5e-5, 0.0, 0.9, 0.98


def modular():
    x, y = torch.arange(P).repeat_interleave(P), torch.arange(P).repeat(P)
    inputs = F.one_hot(x, P).float() + F.one_hot(y, P).float()
    labels = (x + y) % P
    w_in = (0.1 * torch.randn(P, NEURONS) / P**0.5).requires_grad_()
    w_out = (0.1 * torch.randn(NEURONS, P) / P**0.5).requires_grad_()
    optimizer = torch.optim.AdamW([w_in, w_out], lr=RATE, betas=(BETA1, BETA2), weight_decay=DECAY)

    def step():
        optimizer.zero_grad()
        loss = F.cross_entropy(F.relu(inputs @ w_in) @ w_out, labels)
        loss.backward()
        optimizer.step()
        return loss

    return step


def modular_numpy():
    random = np.random.default_rng(1)
    x, y = np.repeat(np.arange(P), P), np.tile(np.arange(P), P)
    one = np.eye(P, dtype=np.float32)
    inputs, target = one[x] + one[y], one[(x + y) % P]
    weights = [(0.1 * random.standard_normal(s) / P**0.5).astype(np.float32) for s in ((P, NEURONS), (NEURONS, P))]
    means = [np.zeros_like(w) for w in weights]
    squares = [np.zeros_like(w) for w in weights]
    count = 0

    def step():
        nonlocal count
        count += 1
        hidden = np.maximum(inputs @ weights[0], 0)
        logits = hidden @ weights[1]
        logits -= logits.max(1, keepdims=True)
        grown = np.exp(logits)
        total = grown.sum(1, keepdims=True)
        loss = np.mean(np.log(total[:, 0]) - np.sum(logits * target, 1))
        error = (grown / total - target) / np.float32(len(x))
        back = (error @ weights[1].T) * (hidden > 0)
        for w, m, s, g in zip(weights, means, squares, (inputs.T @ back, hidden.T @ error)):
            m += np.float32(1 - BETA1) * (g - m)
            s += np.float32(1 - BETA2) * (g * g - s)
            root = np.sqrt(s) / np.float32((1 - BETA2**count) ** 0.5) + np.float32(1e-8)
            w -= np.float32(RATE / (1 - BETA1**count)) * m / root
        return loss

    return step


nets = {
    "tiny": tiny,
    "mlp-1": lambda: mlp(1),
    "mlp-128": lambda: mlp(128),
    "transformer": transformer,
    "convolution": convolution,
    "softhebb": softhebb,
    "modular": modular,
    "modular-numpy": modular_numpy,
}
if numpy_only:
    version = "NumPy " + np.__version__
else:
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    version = "PyTorch " + torch.__version__
step = nets[name]()
print("ready", version, flush=True)
start = time.perf_counter()
step()
repeats = max(1, int(1e-3 / (time.perf_counter() - start)))
for line in sys.stdin:
    walls, processors = [], []
    due, end = time.thread_time() + float(line), time.perf_counter() + 10 * float(line)
    while not walls or time.thread_time() < due and time.perf_counter() < end:
        processor, wall = time.thread_time(), time.perf_counter()
        for _ in range(repeats):
            loss = step()
        walls.append((time.perf_counter() - wall) / repeats)
        processors.append((time.thread_time() - processor) / repeats)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = (statistics.median(processors), statistics.median(walls), min(walls))
    print(*(1e3 * t for t in times), peak, loss.item(), flush=True)
