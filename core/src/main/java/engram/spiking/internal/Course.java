// SPDX-License-Identifier: Apache-2.0
package engram.spiking.internal;

import engram.kernel.Workers;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// A run of some steps by all slices, in stretches no longer than the shortest delay: what is fired
/// in a stretch arrives after it, so slices meet once a stretch.
///
/// In turn k a slice takes in the spikes of stretch k - 1, then takes the steps of stretch k. The
/// turns of a slice are taken by whoever is free, its own worker first; nobody begins turn k before
/// all have ended turn k - 1. A worker that waits holds nothing, so any number of them will do, one
/// included.
public final class Course {
  private static final int SPINS = 2_000;

  private final List<Slice> slices;
  private final int stretch;
  private final long start;
  private final long end;
  private final int turns;
  private final AtomicIntegerArray begun;
  private final AtomicIntegerArray ended;
  private volatile boolean failed;

  private Course(List<Slice> slices, int stretch, long start, long steps) {
    this.slices = slices;
    this.stretch = stretch;
    this.start = start;
    end = start + steps;
    turns = Math.toIntExact((steps + stretch - 1) / stretch);
    begun = new AtomicIntegerArray(slices.size());
    ended = new AtomicIntegerArray(slices.size());
  }

  /// Takes the steps `start` to `start + steps - 1`. Afterwards all spikes have been taken in.
  ///
  /// @param stretch the shortest delay, in steps
  public static void run(List<Slice> slices, int stretch, long start, long steps, Workers workers) {
    Course course = new Course(slices, stretch, start, steps);
    if (slices.size() == 1) {
      for (int turn = 0; turn <= course.turns; turn++) {
        course.turn(slices.getFirst(), turn);
      }
    } else {
      workers.run(Math.min(workers.count(), slices.size()), course::work);
    }
  }

  private void turn(Slice slice, int turn) {
    if (turn > 0) {
      long first = first(turn - 1);
      slice.receive(slices, (turn - 1) & 1, first, steps(first));
    }
    if (turn < turns) {
      long first = first(turn);
      slice.advance(turn & 1, first, steps(first));
    }
  }

  private long first(int turn) {
    return start + (long) turn * stretch;
  }

  private int steps(long first) {
    return (int) Math.min(stretch, end - first);
  }

  /// Counts are of turns begun and ended, so that turn k may begin where k have.
  private void work(int worker) {
    for (int turn = 0; turn <= turns; turn++) {
      for (int k = 0; k < slices.size(); k++) {
        int slice = (worker + k) % slices.size();
        if (begun.get(slice) == turn && begun.compareAndSet(slice, turn, turn + 1)) {
          take(slice, turn);
        }
      }
      if (!await(turn + 1)) {
        return;
      }
    }
  }

  private void take(int slice, int turn) {
    boolean whole = false;
    try {
      turn(slices.get(slice), turn);
      whole = true;
    } finally {
      if (!whole) {
        failed = true;
      }
      ended.set(slice, turn + 1);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // only where a worker has nothing to do
  private boolean await(int turnsEnded) {
    for (int slice = 0; slice < slices.size(); slice++) {
      for (int spins = 0; ended.get(slice) < turnsEnded; spins++) {
        if (failed) {
          return false;
        }
        if (spins < SPINS) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }
    return !failed;
  }
}
