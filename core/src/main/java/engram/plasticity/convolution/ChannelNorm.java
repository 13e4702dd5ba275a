// SPDX-License-Identifier: Apache-2.0
package engram.plasticity.convolution;

import engram.source.FromPaper;
import java.util.Arrays;

/// Brings each channel to mean 0 and variance 1, without scale and shift of its own [3]. While it
/// learns it takes mean and variance of the batch; later those it gathered:
///
///     x <- (x - mean) / sqrt(variance + 1e-5)
///     gathered <- gathered + share (batch - gathered)
///
/// The gathered variance is that of a sample, with the divisor one less than the values. They begin at
/// 0 and 1.
///
/// References: [3] in the package.
@FromPaper(value = "hebbian-rules", at = "spec 11")
public final class ChannelNorm {
  private static final double EPSILON = 1e-5;

  private final double share;
  private final double[] mean;
  private final double[] variance;

  /// @param channels at least 1
  /// @param share of a batch in what is gathered, in (0, 1]; usual .1
  public ChannelNorm(int channels, double share) {
    if (channels < 1) {
      throw new IllegalArgumentException("channels must be at least 1, was " + channels);
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + share);
    }
    this.share = share;
    this.mean = new double[channels];
    this.variance = new double[channels];
    Arrays.fill(variance, 1);
  }

  /// A batch brought to mean 0 and variance 1 by its own values, which are gathered.
  ///
  /// @param images places x channels, at least two places
  public float[] learn(float[] images) {
    int channels = mean.length;
    int places = images.length / channels;
    if (places < 2 || images.length % channels != 0) {
      throw new IllegalArgumentException(
          "images must be at least two places of %d channels, was %d values"
              .formatted(channels, images.length));
    }
    double[] means = new double[channels];
    double[] squares = new double[channels];
    for (int i = 0; i < images.length; i++) {
      means[i % channels] += images[i];
    }
    for (int k = 0; k < channels; k++) {
      means[k] /= places;
    }
    for (int i = 0; i < images.length; i++) {
      double away = images[i] - means[i % channels];
      squares[i % channels] += away * away;
    }
    for (int k = 0; k < channels; k++) {
      mean[k] += share * (means[k] - mean[k]);
      variance[k] += share * (squares[k] / (places - 1) - variance[k]);
      squares[k] /= places;
    }
    return normed(images, means, squares);
  }

  /// Images by the mean and variance gathered so far.
  ///
  /// @param images places x channels
  public float[] apply(float[] images) {
    if (images.length % mean.length != 0) {
      throw new IllegalArgumentException(
          "images must be places of %d channels, was %d values"
              .formatted(mean.length, images.length));
    }
    return normed(images, mean, variance);
  }

  private static float[] normed(float[] images, double[] mean, double[] variance) {
    int channels = mean.length;
    double[] factor = new double[channels];
    for (int k = 0; k < channels; k++) {
      factor[k] = 1 / Math.sqrt(variance[k] + EPSILON);
    }
    float[] normed = new float[images.length];
    for (int at = 0; at < images.length; at += channels) {
      for (int k = 0; k < channels; k++) {
        normed[at + k] = (float) ((images[at + k] - mean[k]) * factor[k]);
      }
    }
    return normed;
  }
}
