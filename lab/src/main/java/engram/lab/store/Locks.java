// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.error.RunFolderException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Who is at work in a run. Each owner holds the operating system's lock on a file of its own,
/// `locks/<owner>`, for as long as it lives; the system drops the lock when the process dies in
/// whatever way. Everything that looks at owners or takes replicates happens under the lock on
/// `locks/taking`.
///
/// Two traps. A system's lock belongs to the process and not to the thread, so that owners in one
/// process would not see each other; and closing any channel on a file drops the locks that the
/// whole process holds on it. So a process never opens the lock file of one of its own owners a
/// second time (their names begin with a name drawn for this process, and such an owner lives as
/// long as its file is there), and only one of its threads at a time opens `taking`.
record Locks(Path run) {
  private static final String PROCESS = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  /// Held by the thread that has `taking` open.
  private static final ReentrantLock TAKING = new ReentrantLock();

  /// A lock file that is held.
  record Held(Path file, FileChannel channel, String owner) {}

  /// Does the work while no other thread of any process does such work on this run.
  <T> T exclusively(Supplier<T> work) {
    TAKING.lock();
    try {
      Files.createDirectories(folder());
      try (FileChannel channel =
              FileChannel.open(
                  folder().resolve("taking"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock _ = channel.lock()) {
        return work.get();
      }
    } catch (IOException e) {
      throw new RunFolderException(
          run + " cannot be locked, so nothing can be added to it: " + Runs.reason(e), e);
    } finally {
      TAKING.unlock();
    }
  }

  /// Begins to live as a new owner. Call under the lock on taking.
  Held live() {
    String owner = PROCESS + "-" + UUID.randomUUID().toString().substring(0, 8);
    Path file = folder().resolve(owner);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new IOException("a new file is locked by somebody else");
      }
      return new Held(file, channel, owner);
    } catch (IOException e) {
      throw new RunFolderException(run + " cannot be owned: " + Runs.reason(e), e);
    }
  }

  /// Ends a life. Call under the lock on taking.
  void leave(Held held) {
    try {
      held.channel.close();
      Files.deleteIfExists(held.file);
    } catch (IOException e) {
      throw new RunFolderException(run + " cannot be left: " + Runs.reason(e), e);
    }
  }

  /// Whether an owner lives. Call under the lock on taking.
  boolean alive(String owner) {
    if (!owner.matches("[A-Za-z0-9-]{1,120}")) {
      return false;
    }
    Path file = folder().resolve(owner);
    if (owner.startsWith(PROCESS + "-")) {
      return Files.exists(file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        return true;
      }
    } catch (NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be looked at: " + Runs.reason(e), e);
    }
    deleteDead(file);
    return false;
  }

  /// Whether any owner lives. Call under the lock on taking.
  boolean anyAlive() {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> owners =
          files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("taking")).toList();
      return owners.stream().anyMatch(this::alive);
    } catch (IOException e) {
      throw new RunFolderException(folder() + " cannot be read: " + Runs.reason(e), e);
    }
  }

  private Path folder() {
    return run.resolve("locks");
  }

  private static void deleteDead(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new RunFolderException(file + " cannot be removed: " + Runs.reason(e), e);
    }
  }
}
