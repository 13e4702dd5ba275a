// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.LearningStages;
import engram.flow.fourier.Response;
import engram.flow.fourier.WaveSpectrum;
import engram.lab.measure.Measure;
import engram.lab.measure.Notebook;
import java.util.Arrays;
import java.util.Locale;

/// What a net knows and what waves it is made of, as most pages measure it.
final class Portrait {
  static final Measure ACCURACY = Measure.of("accuracy", "share of training pairs answered right");
  static final Measure LOSS =
      new Measure("loss", "nat", "mean cross entropy of the training pairs, summed in double");
  static final Measure RATIO =
      Measure.of(
          "participation-ratio",
          "sum A^4 / (sum A^2)^2 over frequencies, mean over neurons and both layers");
  static final Measure SAME =
      Measure.of("same-frequency", "share of neurons with one largest frequency in both layers");
  static final Measure UNLOCKED =
      Measure.of("unlocked", "mean |sin D| over neurons; 2 / pi where phases are random");
  static final Measure WEIGHTED_UNLOCKED =
      Measure.of("weighted-unlocked", "mean |sin D|, neurons weighted by alpha^2 beta");
  static final Measure ELSEWHERE =
      Measure.of("elsewhere", "share of squared weights outside a neuron's own frequency, mean");
  static final Measure FEWEST = Measure.of("fewest", "neurons of the rarest frequency");
  static final Measure MOST = Measure.of("most", "neurons of the commonest frequency");

  static final Measure SWAPPED =
      Measure.of("swapped-accuracy", "accuracy when read with a response that was not trained");

  private Portrait() {}

  /// Writes all of these in an arm.
  static void write(Notebook out, String arm, AdditionTraining training) {
    out.value(ACCURACY.in(arm), accuracy(training, training.net().settings().response()));
    out.value(LOSS.in(arm), training.loss(true));
    WaveSpectrum spectrum = training.net().spectrum();
    out.value(RATIO.in(arm), spectrum.participationRatio());
    out.value(SAME.in(arm), spectrum.sameFrequency());
    out.value(UNLOCKED.in(arm), spectrum.unlocked());
    out.value(WEIGHTED_UNLOCKED.in(arm), spectrum.weightedUnlocked());
    out.value(ELSEWHERE.in(arm), spectrum.elsewhere());
    int[] counts = spectrum.counts();
    out.value(FEWEST.in(arm), Arrays.stream(counts).min().orElseThrow());
    out.value(MOST.in(arm), Arrays.stream(counts).max().orElseThrow());
  }

  /// What a response is called.
  static String name(Response response) {
    return response.name().toLowerCase(Locale.ROOT);
  }

  /// The arm of a net that is read with a response.
  static String read(String arm, Response response) {
    return arm + ", " + name(response);
  }

  /// Reads the net of an arm with every response.
  static void swaps(Notebook out, String arm, AdditionTraining training) {
    for (Response response : Response.values()) {
      out.value(SWAPPED.in(read(arm, response)), accuracy(training, response));
    }
  }

  /// The share of training pairs that a net answers right when it is read with a response.
  static double accuracy(AdditionTraining training, Response response) {
    return new LearningStages()
        .read((int) training.steps(), training.task(), training.answers(response))
        .train();
  }

  /// The largest input frequency of each neuron.
  static int[] frequencies(WaveSpectrum spectrum) {
    return spectrum.neurons().stream().mapToInt(neuron -> neuron.input().frequency()).toArray();
  }

  /// The share of places at which two lists agree, the second turned round by so many.
  static double agreement(int[] one, int[] other, int turned) {
    int same = 0;
    for (int m = 0; m < one.length; m++) {
      same += one[m] == other[(m + turned) % other.length] ? 1 : 0;
    }
    return same / (double) one.length;
  }
}
