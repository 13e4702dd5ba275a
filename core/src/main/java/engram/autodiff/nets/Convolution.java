// SPDX-License-Identifier: Apache-2.0
package engram.autodiff.nets;

import engram.autodiff.Node;
import engram.autodiff.Parameters;
import engram.autodiff.array.Windows;
import engram.random.Seeds;

/// The product of each patch of an image with the filters: from [batch,height,width,channels] to
/// [batch,rows,columns,filters].
///
/// @param name of its parameters `name.weight`, [height width channels of a window, filters], and
///   `name.bias`
/// @param channels of the image
/// @param filters channels of the result
/// @param windows the windows
/// @param bias whether there is one
/// @param initial of the weights
public record Convolution(
    String name, int channels, int filters, Windows windows, boolean bias, Initial initial)
    implements Layer {
  /// With a bias, for relu.
  public static Convolution of(String name, int channels, int filters, Windows windows) {
    return new Convolution(name, channels, filters, windows, true, Initial.HE);
  }

  @Override
  public void addTo(Parameters parameters, Seeds seeds) {
    String weight = name + ".weight";
    int window = windows.height() * windows.width();
    initial.add(
        parameters,
        weight,
        seeds.stream(weight),
        window * channels,
        window * filters,
        window * channels,
        filters);
    if (bias) {
      parameters.add(name + ".bias", filters);
    }
  }

  @Override
  public Node apply(Node images, Mode mode) {
    int inputs = windows.height() * windows.width() * channels;
    return images
        .graph()
        .within(
            name,
            () -> {
              Node weight = images.graph().parameter(name + ".weight", inputs, filters);
              Node y = images.patches(windows).product(weight);
              return bias ? y.plus(images.graph().parameter(name + ".bias", filters)) : y;
            });
  }
}
