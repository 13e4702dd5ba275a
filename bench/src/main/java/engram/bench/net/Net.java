// SPDX-License-Identifier: Apache-2.0
package engram.bench.net;

import engram.kernel.Workers;

/// A net with everything that its training step needs, written by hand over the kernel or as an
/// expression of `engram.autodiff`. The nets and their settings are those of `peers/nets_torch.py`.
interface Net {
  /// Forward, backward and update.
  ///
  /// @return the loss before the update
  float step();

  /// The net of that name by hand, or on the engine where `-engine` follows.
  static Net of(String name, Workers workers) {
    return switch (name) {
      case "tiny" -> new Tiny();
      case "tiny-engine" -> Engine.tiny(workers);
      case "mlp-1" -> new Mlp(1, workers);
      case "mlp-1-engine" -> Engine.mlp(1, workers);
      case "mlp-128" -> new Mlp(128, workers);
      case "mlp-128-engine" -> Engine.mlp(128, workers);
      case "transformer" -> new Transformer(workers);
      case "transformer-engine" -> Engine.transformer(workers);
      case "convolution" -> new Convolution(workers);
      case "convolution-engine" -> Engine.convolution(workers);
      case "modular" -> new ModularAddition(workers);
      case "modular-engine" -> Engine.modular(workers);
      case "softhebb" -> new SoftHebb();
      default -> throw new IllegalArgumentException("net must be one of the list, was " + name);
    };
  }
}
