// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

import engram.credit.rate.GradientScope;
import engram.credit.rate.HomeostaticRegulator;
import engram.credit.rate.Offer;
import engram.credit.rate.RegulatedRate;
import org.jspecify.annotations.Nullable;

/// A batch and the samples before it: answers it, and offers its samples to a regulated rate.
///
/// Images lie in one array, a row each: the remembered ones first, then the batch. For the sample
/// at place p of the batch, the memory is rows p to p + memory - 1.
final class Passage {
  private final OnlineTask task;
  private final LabelSwaps swaps;
  private final BatchPass pass;
  private final @Nullable RegulatedRate regulated;
  private final @Nullable Rehearsal rehearsal;
  private final int batch;
  private final int memory;
  private final int pixels;
  private final double[] rows;
  private final int[] classes;
  private final int[] which;
  private final int[] labels;
  private final int[] remembered;

  Passage(EluNet net, Descent descent, OnlineTask task, LabelSwaps swaps) {
    this.task = task;
    this.swaps = swaps;
    batch = task.batch();
    pixels = net.inputs(1);
    pass = new BatchPass(net, batch);
    if (descent instanceof Descent.AtRate(RegulatedRate rate)) {
      regulated = rate;
      memory = rate.regulator().times().memory();
      rehearsal = new Rehearsal(net, memory, countedRows(rate.regulator()));
    } else {
      regulated = null;
      memory = 0;
      rehearsal = null;
    }
    rows = new double[(memory + batch) * pixels];
    classes = new int[memory + batch];
    which = new int[batch];
    labels = new int[batch];
    remembered = new int[memory];
  }

  /// How many samples of a batch may count in a simulated update.
  private int countedRows(HomeostaticRegulator regulator) {
    boolean first = regulator.times().interval() % batch == 0;
    return first && regulator.scope() == GradientScope.SO_FAR ? 1 : batch;
  }

  BatchPass pass() {
    return pass;
  }

  LabelSwaps swaps() {
    return swaps;
  }

  /// Moves on by a batch, answers its images and computes its gradient.
  void answer(int[] samples, int from, PrequentialMeter online, RecoveryMeter recovery) {
    System.arraycopy(rows, batch * pixels, rows, 0, memory * pixels);
    System.arraycopy(classes, batch, classes, 0, memory);
    System.arraycopy(samples, from, which, 0, batch);
    double[] images = task.train().images().values(which);
    System.arraycopy(images, 0, rows, memory * pixels, images.length);
    for (int i = 0; i < batch; i++) {
      classes[memory + i] = task.train().label(which[i]);
      labels[i] = swaps.now(classes[memory + i]);
    }
    pass.run(rows, memory * pixels, labels);
    for (int i = 0; i < batch; i++) {
      boolean hit = pass.guess(i) == labels[i];
      online.add(hit);
      recovery.add(hit);
    }
  }

  /// Offers the samples of the batch at which the rate decides.
  ///
  /// @param from the place of the batch's first sample in its epoch
  void decide(int from) {
    if (regulated == null || rehearsal == null) {
      return;
    }
    for (int place = 0; place < batch; place++) {
      if (regulated.isDue(from + place)) {
        for (int k = 0; k < memory; k++) {
          remembered[k] = swaps.now(classes[place + k]);
        }
        regulated.decide(new Sample(place, regulated, rehearsal));
      }
    }
  }

  /// The sample at a place of the batch.
  private final class Sample implements Offer {
    private final int place;
    private final RegulatedRate rate;
    private final Rehearsal rehearsal;

    Sample(int place, RegulatedRate rate, Rehearsal rehearsal) {
      this.place = place;
      this.rate = rate;
      this.rehearsal = rehearsal;
    }

    @Override
    public int guess() {
      return pass.guess(place);
    }

    @Override
    public int label() {
      return labels[place];
    }

    @Override
    public Rehearsed rehearse(double leave, double take) {
      boolean whole = rate.regulator().scope() == GradientScope.WHOLE_BATCH;
      return rehearsal.run(
          rows,
          place * pixels,
          remembered,
          pass,
          whole ? batch : place + 1,
          leave / batch,
          take / batch);
    }
  }
}
