// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import engram.lab.measure.Results;
import engram.state.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// A run on the disk. The folder is the truth: everything else about a run is derived from it.
///
///     runs/<time>-<slug>-<id>/
///       run.json                       first and whole: plan and provenance
///       <experiment>/params.json       its parameters
///       <experiment>/000.jsonl         a replicate: head, entries, end line with its digest
///       <experiment>/000.safetensors   its checkpoint while it is open, replaced by rename
///       locks/                         who is at work
///
/// A replicate without an end line is open. Whoever comes takes over an open replicate whose owner
/// no longer lives (see [Owner]). Two folders of one run are merged by copying replicates' files
/// from one to the other, without `locks`: equal seeds give equal files, so it does not matter
/// which one stays.
///
/// Reading needs no right to write. Everything that goes wrong is a [RunFolderException].
public final class RunFolder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path path;
  private final RunJson json;
  private final RunPlan plan;
  private final Disk disk;

  private RunFolder(Path path, RunJson json, Disk disk) {
    this.path = path;
    this.json = json;
    this.plan = json.plan(path);
    this.disk = disk;
  }

  /// Makes the folder of a new run, with everything that is known before it begins.
  ///
  /// @param home where runs are kept; made if need be
  public static RunFolder create(Path home, RunPlan plan, InstantSource clock) {
    return create(home, plan, clock, Disk.real());
  }

  static RunFolder create(Path home, RunPlan plan, InstantSource clock, Disk disk) {
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString().substring(0, 6);
    Path runs = Runs.folder(home);
    Path path = runs.resolve(TIME.format(now) + "-" + plan.slug() + "-" + id);
    Path unfinished = runs.resolve("." + path.getFileName());
    try {
      Files.createDirectories(unfinished.resolve("locks"));
      RunJson.write(unfinished, id, now.toString(), plan, disk);
      Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new RunFolderException(
          "no run can be kept in " + runs + ": " + Runs.reason(e) + "; choose another --home", e);
    }
    return open(path, disk);
  }

  /// Opens a run.
  public static RunFolder open(Path path) {
    return open(path, Disk.real());
  }

  static RunFolder open(Path path, Disk disk) {
    return new RunFolder(path, RunJson.read(path), disk);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Its short name, unique among a person's runs.
  public String id() {
    return json.id();
  }

  /// When it began, as ISO 8601.
  public String began() {
    return json.began();
  }

  /// What it is to do, and with what.
  public RunPlan plan() {
    return plan;
  }

  /// How far a replicate is.
  public ReplicateState state(String experiment, int replicate) {
    return read(experiment, replicate)
        .map(f -> f.end().isPresent() ? ReplicateState.FINISHED : ReplicateState.OPEN)
        .orElse(ReplicateState.ABSENT);
  }

  /// The finished replicates of an experiment, in order, more than planned included.
  ///
  /// @throws RunFolderException if one was changed after it was finished
  public List<FinishedReplicate> finished(String experiment) {
    TreeMap<Integer, FinishedReplicate> finished = new TreeMap<>();
    for (int index : indices(experiment)) {
      Optional<ReplicateFile> file = read(experiment, index);
      if (file.isPresent() && file.get().end().isPresent()) {
        ReplicateFile.End end = file.get().end().get();
        finished.put(
            index, new FinishedReplicate(file.get().replicate(index), end.digest(), end.seconds()));
      }
    }
    return List.copyOf(finished.values());
  }

  /// What the finished replicates of an experiment measured.
  ///
  /// @throws RunFolderException if one was changed after it was finished
  public Results results(String experiment) {
    return new Results(finished(experiment).stream().map(FinishedReplicate::replicate).toList());
  }

  /// SHA-256 over an experiment: slug, id, seed, parameters, and the digest of each finished
  /// replicate in order. Neither time nor machine is in it: equal digests mean that the same was
  /// measured with the same settings, to the last bit.
  public String digest(String experiment) {
    StringBuilder text = new StringBuilder("engram-experiment/1\n");
    text.append(plan.slug()).append('/').append(experiment).append('\n');
    text.append("seed ").append(plan.seed()).append('\n');
    text.append(RunJson.parameters(plan.experiment(experiment).parameters()));
    for (FinishedReplicate finished : finished(experiment)) {
      text.append("replicate ").append(finished.replicate().index());
      text.append(' ').append(finished.digest()).append('\n');
    }
    return Sha256.hex(text.toString());
  }

  /// SHA-256 over the digests of all experiments, in the order of the plan.
  public String digest() {
    StringBuilder text = new StringBuilder("engram-run/1\n");
    for (RunPlan.Planned planned : plan.experiments()) {
      text.append(planned.id()).append(' ').append(digest(planned.id())).append('\n');
    }
    return Sha256.hex(text.toString());
  }

  /// Becomes an owner of replicates of this run, until it is closed.
  public Owner own() {
    return Owner.of(this, disk);
  }

  /// Deletes the run.
  ///
  /// @throws RunFolderException if somebody is at work in it
  public void remove() {
    Locks locks = new Locks(path);
    locks.exclusively(() -> {
      if (locks.anyAlive()) {
        throw new RunFolderException(path + " is at work in another process: stop that first");
      }
      deleteTree(path);
      return true;
    });
  }

  /// The file of a replicate.
  Path file(String experiment, int replicate) {
    return path.resolve(plan.experiment(experiment).id())
        .resolve("%03d.jsonl".formatted(replicate));
  }

  /// The checkpoint of a replicate.
  Path checkpoint(String experiment, int replicate) {
    return path.resolve(plan.experiment(experiment).id())
        .resolve("%03d.safetensors".formatted(replicate));
  }

  Optional<ReplicateFile> read(String experiment, int replicate) {
    return ReplicateFile.read(file(experiment, replicate), id(), experiment, replicate);
  }

  /// How many replicates of the run are finished: what is kept when something fails.
  String kept() {
    try {
      long count =
          plan.experiments().stream()
              .flatMap(e -> indices(e.id()).stream().map(i -> state(e.id(), i)))
              .filter(ReplicateState.FINISHED::equals)
              .count();
      return count + " finished replicate" + (count == 1 ? " is" : "s are") + " kept in " + path;
    } catch (RunFolderException e) {
      return "what is kept cannot be read either: " + e.getMessage();
    }
  }

  private List<Integer> indices(String experiment) {
    Path folder = path.resolve(plan.experiment(experiment).id());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.matches("[0-9]{3,8}\\.jsonl"))
          .map(name -> Integer.valueOf(name.substring(0, name.indexOf('.'))))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new RunFolderException(folder + " cannot be read: " + Runs.reason(e), e);
    }
  }

  private static void deleteTree(Path root) {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path each : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new RunFolderException(root + " cannot be removed: " + Runs.reason(e), e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
