// SPDX-License-Identifier: Apache-2.0
package engram.lab.run;

import engram.error.RunFolderException;
import engram.lab.measure.Replicate;
import engram.lab.store.Owner;
import engram.lab.store.ReplicateState;
import engram.lab.store.RunFolder;
import engram.lab.store.TakenReplicate;
import engram.random.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Runs what is missing of a run: jobs in order, replicates in order, several at once. What is
/// finished or belongs to another living process is left alone, so that to resume a run is to run
/// it, and two processes can share one.
///
/// A replicate that fails stays open and the others go on; only a folder that cannot be written
/// ends the run. Neither the number of workers nor an interruption changes what is measured.
public final class Runner {
  private final RunFolder folder;
  private final List<Job<?>> jobs;
  private final Setting setting;
  private final ReentrantLock telling = new ReentrantLock();
  private final Set<String> completed = new HashSet<>();
  private final Set<Piece<?>> finished = ConcurrentHashMap.newKeySet();
  private final Set<Piece<?>> failed = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private volatile @Nullable RunFolderException broken;
  private Optional<RunEvent.Failed> failure = Optional.empty();

  /// One replicate that is wanted.
  private record Piece<P extends Record>(Job<P> job, int replicate) {
    String experiment() {
      return job.experiment().id();
    }

    void run(StoredTrial trial) {
      job.experiment().run(job.parameters(), trial);
    }
  }

  /// @param folder of a run whose plan has all of the jobs' experiments
  /// @param jobs in order; one may ask for more replicates than were planned
  public Runner(RunFolder folder, List<Job<?>> jobs, Setting setting) {
    this.folder = folder;
    this.jobs = List.copyOf(jobs);
    this.setting = setting;
    for (Job<?> job : jobs) {
      if (!folder
          .plan()
          .experiment(job.experiment().id())
          .parameters()
          .equals(job.planned().parameters())) {
        throw new IllegalArgumentException(
            "parameters of "
                + job.experiment().id()
                + " must be those of the run "
                + folder.id()
                + ", were others");
      }
    }
  }

  /// Asks running replicates to leave at their next call of progress, notebook or checkpoint, and
  /// begins no other. Returns at once; may be called from any thread.
  public void stop() {
    stopping = true;
  }

  /// Runs until nothing is left to do here.
  ///
  /// @throws RunFolderException if the folder cannot be written: says what is kept
  public RunSummary run() {
    List<Piece<?>> pieces = pieces();
    try (Owner owner = folder.own()) {
      int before = -1;
      int done = 0;
      // Another pass takes what other processes left behind meanwhile; it ends when none finds any.
      while (done > before && !leaving()) {
        before = done;
        done += pass(owner, pieces);
      }
    }
    jobs.forEach(this::tellIfComplete);
    RunFolderException cannotKeep = broken;
    if (cannotKeep != null) {
      throw cannotKeep;
    }
    int count = (int) pieces.stream().filter(this::isFinished).count();
    return new RunSummary(count, pieces.size() - count, stopping, failure);
  }

  private List<Piece<?>> pieces() {
    List<Piece<?>> pieces = new ArrayList<>();
    for (Job<?> job : jobs) {
      for (int i = 0; i < job.replicates(); i++) {
        pieces.add(new Piece<>(job, i));
      }
    }
    return pieces;
  }

  /// Goes once through all pieces, on all workers.
  ///
  /// @return how many were finished here
  private int pass(Owner owner, List<Piece<?>> pieces) {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement();
              i < pieces.size() && !leaving();
              i = next.getAndIncrement()) {
            if (attempt(owner, pieces.get(i))) {
              done.incrementAndGet();
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < setting.workers(); i++) {
      threads.add(Thread.ofPlatform().name("replicates-" + i).start(work));
    }
    threads.forEach(Runner::join);
    return done.get();
  }

  /// Takes and runs a piece, if nobody has.
  private boolean attempt(Owner owner, Piece<?> piece) {
    if (finished.contains(piece) || failed.contains(piece)) {
      return false;
    }
    try {
      Optional<TakenReplicate> free = owner.take(piece.experiment(), piece.replicate());
      if (free.isEmpty()) {
        return false;
      }
      try (TakenReplicate taken = free.get()) {
        compute(taken, piece);
      }
      finished.add(piece);
      tellIfComplete(piece.job());
      return true;
    } catch (Stopped _) {
      return false;
    } catch (RunFolderException e) {
      broken = e;
      fail(piece, e);
      return false;
    } catch (Throwable e) { // An experiment may throw anything; the others go on.
      fail(piece, e);
      return false;
    }
  }

  private void compute(TakenReplicate taken, Piece<?> piece) {
    String experiment = piece.experiment();
    int replicate = piece.replicate();
    if (!taken.problem().isEmpty()) {
      tell(new RunEvent.CheckpointRefused(experiment, replicate, taken.problem()));
    }
    tell(new RunEvent.Started(experiment, replicate, taken.resumed().isPresent()));
    Seeds seeds = ReplicateSeeds.of(folder.plan().seed(), folder.plan().slug(), replicate);
    StoredTrial trial =
        new StoredTrial(
            taken,
            seeds,
            setting,
            this::leaving,
            (what, fraction) ->
                tell(new RunEvent.Progressed(experiment, replicate, what, fraction)));
    piece.run(trial);
    Replicate measured = trial.finish();
    tell(new RunEvent.ReplicateFinished(experiment, replicate, trial.seconds(), measured.digest()));
  }

  private void fail(Piece<?> piece, Throwable cause) {
    failed.add(piece);
    RunEvent.Failed event = new RunEvent.Failed(piece.experiment(), piece.replicate(), cause);
    telling.lock();
    try {
      if (failure.isEmpty()) {
        failure = Optional.of(event);
      }
      setting.listener().accept(event);
    } finally {
      telling.unlock();
    }
  }

  private void tell(RunEvent event) {
    telling.lock();
    try {
      setting.listener().accept(event);
    } finally {
      telling.unlock();
    }
  }

  private void tellIfComplete(Job<?> job) {
    telling.lock();
    try {
      String id = job.experiment().id();
      for (int i = 0; i < job.replicates(); i++) {
        if (!isFinished(new Piece<>(job, i))) {
          return;
        }
      }
      if (completed.add(id)) {
        setting.listener().accept(new RunEvent.ExperimentFinished(id, job.replicates()));
      }
    } finally {
      telling.unlock();
    }
  }

  private boolean isFinished(Piece<?> piece) {
    if (!finished.contains(piece)
        && folder.state(piece.experiment(), piece.replicate()) == ReplicateState.FINISHED) {
      finished.add(piece);
    }
    return finished.contains(piece);
  }

  private boolean leaving() {
    return stopping || broken != null;
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true; // Kept for the caller: replicates stop by stop(), not by interrupts.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
