# SPDX-License-Identifier: Apache-2.0
"""Golden values of small nets from PyTorch in float64, for `TorchGoldenTest`; run by hand.

Numbers come from a formula instead of a random generator: the k-th of an array is
((7919 k + 131 offset) mod 1000) / 500 - 1, and weights are half of that. Arrays are in Engram's layout (features
last, weights with a row an input) and turned for PyTorch here. What is printed of an array is its sum
weighted with the same formula, offset 77.
"""
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(offset, *shape):
    count = 1
    for extent in shape:
        count *= extent
    k = torch.arange(count)
    return (((7919 * k + 131 * offset) % 1000).double() / 500 - 1).reshape(shape)


def weights(offset, *shape):
    return (numbers(offset, *shape) / 2).requires_grad_()


def mark(array):
    return float((array.detach() * numbers(77, *array.shape)).sum())


def show(name, *values):
    print(name + ":", ", ".join(repr(float(v) if isinstance(v, float) else v.item()) for v in values))


print("torch", torch.__version__)

OPTIMISERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.01),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01, weight_decay=0.01),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
}
for name, make in OPTIMISERS.items():
    w1, b1, w2, b2 = weights(1, 5, 8), weights(2, 8), weights(3, 8, 3), weights(4, 3)
    scale, shift = weights(5, 8), weights(6, 8)
    x, labels = numbers(7, 4, 5), torch.tensor([0, 2, 1, 2])
    parameters = [w1, b1, scale, shift, w2, b2]
    optimiser = make(parameters)
    losses = []
    for step in range(5):
        h = F.gelu(F.layer_norm(x @ w1 + b1, (8,), scale, shift), approximate="tanh")
        loss = F.cross_entropy(h @ w2 + b2, labels)
        losses.append(loss.item())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    show(name, *losses, mark(w1.detach()), mark(scale.detach()), mark(w2.detach()))

image = numbers(1, 2, 6, 6, 2).requires_grad_()
kernel = weights(2, 3, 3, 2, 3)
bias, scale, shift = weights(3, 3), weights(4, 3), weights(5, 3)
out, out_bias = weights(6, 27, 4), weights(7, 4)
y = F.conv2d(image.permute(0, 3, 1, 2), kernel.permute(3, 2, 0, 1), bias, padding=1)
mean, var = torch.zeros(3), torch.ones(3)
y = F.batch_norm(y, mean, var, scale, shift, training=True)
y = F.max_pool2d(F.relu(y), 2).permute(0, 2, 3, 1).reshape(2, 27)
loss = F.cross_entropy(y @ out + out_bias, torch.tensor([3, 1]))
loss.backward()
show("convolution", loss, mark(image.grad), mark(kernel.grad), mark(scale.grad), mark(out.grad), mark(mean), mark(var))

x = numbers(1, 2, 4, 8).requires_grad_()
names = ["query", "key", "value", "output"]
w = {n: weights(10 + i, 8, 8) for i, n in enumerate(names)}
b = {n: weights(20 + i, 8) for i, n in enumerate(names)}
q, k, v = (
    (x @ w[n] + b[n]).reshape(2, 4, 2, 4).transpose(1, 2) for n in names[:3])
a = F.scaled_dot_product_attention(q, k, v, is_causal=True)
y = a.transpose(1, 2).reshape(2, 4, 8) @ w["output"] + b["output"]
loss = (y ** 2).mean()
loss.backward()
show("attention", loss, mark(x.grad), *(mark(w[n].grad) for n in names))

x, t = numbers(1, 3, 4).requires_grad_(), numbers(2, 3, 4)
p = torch.softmax(numbers(3, 3, 4), -1)
for name, loss in {
    "smooth": F.huber_loss(x, t, delta=0.3),
    "binary": F.binary_cross_entropy_with_logits(x, (t + 1) / 2),
    "soft": F.cross_entropy(x, p),
    "divergence": F.kl_div(F.log_softmax(x, -1), p, reduction="batchmean"),
    "squared": F.mse_loss(x, t),
    "absolute": F.l1_loss(x, t),
}.items():
    (gradient,) = torch.autograd.grad(loss, x)
    show(name, loss, mark(gradient))
