// SPDX-License-Identifier: Apache-2.0
package engram.spiking.pool;

import engram.source.FromPaper;

/// Pre-synaptic pool modification: what it does after a run of a net whose spikes `s` should have
/// been `sigma`. No gradient, no kernel, no assumption on how a neuron works:
///
///     miss(i, t)      sigma_i(t) = 1 and no s_i(t') = 1 with |t' - t| <= D
///     spurious(i, t)  s_i(t) = 1     and no sigma_i(t') = 1 with |t' - t| <= D
///     pool(i, t)      j with a synapse to i that fired in [t - P, t - 1]
///     at each miss and spurious spike, each j of the pool with probability p:
///         W_ij += eta U          at a miss,  U uniform in [0, 1)
///         W_ij -= eta U          at a spurious spike
///     then, for all synapses into i,
///         W_ij += h |W_ij| d     d = (count sigma_i - count s_i) / T
///
/// The last line is the homeostatic part. It moves every weight by its own size in one direction:
/// where a neuron is too silent, excitation grows and inhibition shrinks.
///
/// | symbol | meaning | unit | component | default |
/// | --- | --- | --- | --- | --- |
/// | D, P | tolerance and depth of the pool | step | `window` | 2, 5 |
/// | p, eta | share of the pool, size of a change | 1, weight | `step` | .5, .01 |
/// | h | strength of homeostasis | 1 | `homeostasis` | 0 |
///
/// Synapses of one neuron are changed in the order of t, then of j. Errors and pools are those of
/// the run: a change acts in the next one.
///
/// References: see the package, [1]. The abstract names the parts; windows, constants and options
/// are ours.
///
/// @param window how far spikes are compared and causes are sought
/// @param step how much a cause is changed
/// @param homeostasis strength, 0 or more and finite; 0 leaves it out
/// @param drive whose spikes feed back while a run is judged
/// @param credit which neurons count as causes
/// @param timing when bounds act
/// @param bounds what weights may become
@FromPaper(value = "pspm", at = "spec: PSPM update")
public record PspmRule(
    Window window,
    Step step,
    double homeostasis,
    Drive drive,
    Credit credit,
    Timing timing,
    Bounds bounds) {
  /// How far spikes are compared and causes are sought, in steps.
  ///
  /// @param tolerance D, 0 or more
  /// @param depth P, 1 or more
  public record Window(int tolerance, int depth) {
    /// Checks.
    public Window {
      if (tolerance < 0) {
        throw new IllegalArgumentException("tolerance must be 0 or more, was " + tolerance);
      }
      if (depth < 1) {
        throw new IllegalArgumentException("depth must be 1 or more, was " + depth);
      }
    }
  }

  /// How much a cause is changed.
  ///
  /// @param probability p, in [0, 1]; 0 leaves the local part out
  /// @param eta largest change in the first epoch, above 0 and finite
  /// @param annealing factor of eta from epoch to epoch, in (0, 1]
  /// @param relative whether a change is also multiplied with the weight's own size
  public record Step(double probability, double eta, double annealing, boolean relative) {
    /// Checks.
    public Step {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
      }
      if (!(eta > 0 && eta < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("eta must be above 0 and finite, was " + eta);
      }
      if (!(annealing > 0 && annealing <= 1)) {
        throw new IllegalArgumentException("annealing must be in (0, 1], was " + annealing);
      }
    }
  }

  /// What weights may become.
  ///
  /// @param dale whether each neuron keeps the sign of its outgoing weights
  /// @param cap largest size of a weight, above 0; infinite for none
  public record Bounds(boolean dale, double cap) {
    /// None.
    public static final Bounds NONE = new Bounds(false, Double.POSITIVE_INFINITY);

    /// Checks.
    public Bounds {
      if (!(cap > 0)) {
        throw new IllegalArgumentException("cap must be above 0, was " + cap);
      }
    }
  }

  /// Whose spikes feed back while a run is judged.
  public enum Drive {
    /// The net's own: the target's trajectory must be found by the net itself.
    FREE,
    /// The target's; pools are taken from the target, too.
    TEACHER
  }

  /// Which neurons count as causes of a spike, or as what should have caused it.
  public enum Credit {
    /// Those that fired in the window before it: the rule.
    RECENT,
    /// Those that fired in the window before another step, drawn anew for each error: pools of the
    /// same sizes that know nothing of the error. A control, not the rule.
    ELSEWHEN
  }

  /// When bounds act; without bounds and with absolute changes the two differ by rounding alone.
  public enum Timing {
    /// At each change.
    IMMEDIATE,
    /// Once an epoch, at the sum of its changes; relative changes go by the weight at its start.
    ACCUMULATED
  }

  /// Checks the strength.
  public PspmRule {
    if (!(homeostasis >= 0 && homeostasis < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "homeostasis must be 0 or more and finite, was " + homeostasis);
    }
  }

  /// The local part alone: D 2, P 5, p .5, eta .01.
  public static PspmRule local() {
    return new PspmRule(
        new Window(2, 5),
        new Step(0.5, 0.01, 1, false),
        0,
        Drive.FREE,
        Credit.RECENT,
        Timing.IMMEDIATE,
        Bounds.NONE);
  }

  /// Homeostasis alone, of strength 1.
  public static PspmRule homeostatic() {
    return local().with(new Step(0, 0.01, 1, false)).withHomeostasis(1);
  }

  /// Both, at the smaller steps that they need together: P 3, p .3, eta .005, h 1.
  public static PspmRule both() {
    return local().with(new Window(2, 3)).with(new Step(0.3, 0.005, 1, false)).withHomeostasis(1);
  }

  /// The same with another window.
  public PspmRule with(Window other) {
    return new PspmRule(other, step, homeostasis, drive, credit, timing, bounds);
  }

  /// The same with another step.
  public PspmRule with(Step other) {
    return new PspmRule(window, other, homeostasis, drive, credit, timing, bounds);
  }

  /// The same with another strength of homeostasis.
  public PspmRule withHomeostasis(double strength) {
    return new PspmRule(window, step, strength, drive, credit, timing, bounds);
  }

  /// The same with another drive.
  public PspmRule with(Drive other) {
    return new PspmRule(window, step, homeostasis, other, credit, timing, bounds);
  }

  /// The same with other causes.
  public PspmRule with(Credit other) {
    return new PspmRule(window, step, homeostasis, drive, other, timing, bounds);
  }

  /// The same with another timing.
  public PspmRule with(Timing other) {
    return new PspmRule(window, step, homeostasis, drive, credit, other, bounds);
  }

  /// The same with other bounds.
  public PspmRule with(Bounds other) {
    return new PspmRule(window, step, homeostasis, drive, credit, timing, other);
  }
}
