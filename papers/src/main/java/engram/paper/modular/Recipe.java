// SPDX-License-Identifier: Apache-2.0
package engram.paper.modular;

import engram.autodiff.array.Precision;
import engram.autodiff.train.AdamW;
import engram.autodiff.train.Clipping;
import engram.autodiff.train.Optimiser;
import engram.autodiff.train.Schedule;
import engram.autodiff.train.Sgd;
import engram.autodiff.train.Trainer;
import engram.flow.fourier.AdditionNet;
import engram.flow.fourier.AdditionTask;
import engram.flow.fourier.AdditionTraining;
import engram.flow.fourier.NetSettings;
import engram.flow.fourier.NetSettings.Start;
import engram.flow.fourier.Response;
import engram.random.Seeds;

/// How a net starts and learns. The five with names are those of the authors' code; all ramp their
/// rate up over ten steps and compute in float, as there.
///
/// @param response of the neurons
/// @param start what weights are at first
/// @param scale s of the start
/// @param optimiser with its rate and decay
record Recipe(Response response, Start start, double scale, Optimiser optimiser) {
  static final Recipe STANDARD = new Recipe(Response.RELU, Start.RANDOM, 0.1, adam(5e-5, 0));
  static final Recipe GROKKING = new Recipe(Response.RELU, Start.RANDOM, 0.1, adam(1e-4, 2));
  static final Recipe QUADRATIC_RANDOM =
      new Recipe(Response.SQUARE, Start.RANDOM, 0.1, adam(5e-5, 0));
  static final Recipe QUADRATIC_SINGLE =
      new Recipe(Response.SQUARE, Start.SINGLE_FREQUENCY, 0.02, new Sgd(0.1));
  static final Recipe RELU_SINGLE =
      new Recipe(Response.RELU, Start.SINGLE_FREQUENCY, 0.002, new Sgd(0.01));
  private static final int RAMP_STEPS = 10;

  static AdamW adam(double rate, double decay) {
    return new AdamW(rate, 0.9, 0.98, 1e-8, decay);
  }

  /// The same from another start.
  Recipe from(Start other) {
    return new Recipe(response, other, scale, optimiser);
  }

  /// The same with another optimiser.
  Recipe by(Optimiser other) {
    return new Recipe(response, start, scale, other);
  }

  /// A training at its beginning; recipes of one start and one seed begin with the same weights.
  AdditionTraining training(Setting p, AdditionTask task, Seeds seeds) {
    NetSettings settings = new NetSettings(p.neurons(), response, start, scale);
    return new AdditionTraining(
        AdditionNet.of(p.modulus(), settings, Precision.FLOAT, seeds),
        task,
        new Trainer.Settings(optimiser, new Schedule.Ramp(RAMP_STEPS), new Clipping.None()));
  }
}
