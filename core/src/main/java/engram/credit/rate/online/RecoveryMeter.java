// SPDX-License-Identifier: Apache-2.0
package engram.credit.rate.online;

/// How long a learner needs after an exchange of labels.
///
/// At an exchange the running accuracy over the last `window` answers is what is to be reached
/// again. The learner has recovered at the first answer at which a whole window has passed since
/// the exchange and the accuracy over that window is at least `share` of what it was. The next
/// exchange ends the waiting: one that was not made up for by then is counted, and its time is not
/// known. Exchanges closer together than a window are therefore never made up for.
public final class RecoveryMeter {
  private final int window;
  private final double share;
  private final PrequentialMeter running;
  private PrequentialMeter since;
  private boolean waiting;
  private double target;
  private long shifts;
  private long recovered;
  private long samples;

  /// @param window answers of the running accuracy, at least 1
  /// @param share of the accuracy before that counts as recovered, in (0, 1]
  public RecoveryMeter(int window, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + share);
    }
    this.window = window;
    this.share = share;
    running = new PrequentialMeter(window);
    since = running;
  }

  /// One more answer.
  public void add(boolean hit) {
    running.add(hit);
    if (!waiting) {
      return;
    }
    since.add(hit);
    if (since.count() >= window && since.recent() >= target) {
      waiting = false;
      recovered++;
      samples += since.count();
    }
  }

  /// Labels were exchanged. Before the first whole window there is nothing to reach again, and the
  /// exchange is not counted.
  public void shifted() {
    if (running.count() < window) {
      return;
    }
    target = share * running.recent();
    since = new PrequentialMeter(window);
    waiting = true;
    shifts++;
  }

  /// Exchanges counted.
  public long shifts() {
    return shifts;
  }

  /// Of them, those made up for before the next.
  public long recovered() {
    return recovered;
  }

  /// Mean answers until recovery over those that recovered; NaN if none did.
  public double meanSamples() {
    return recovered == 0 ? Double.NaN : samples / (double) recovered;
  }
}
