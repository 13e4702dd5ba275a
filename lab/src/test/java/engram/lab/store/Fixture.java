// SPDX-License-Identifier: Apache-2.0
package engram.lab.store;

import engram.lab.claim.Scale;
import engram.lab.measure.At;
import engram.lab.measure.Entry;
import engram.lab.measure.Measure;
import engram.state.AtomicFile;
import engram.state.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the tests of the store share.
final class Fixture {
  static final At GAIN = new Measure("gain", "mV", "a gain").in("n=5 \"a\"");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T18:12:04.5Z"));

  private Fixture() {}

  static RunFolder folder(Path home) {
    return folder(home, Disk.real());
  }

  static RunFolder folder(Path home, Disk disk) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("load", "0.5");
    parameters.put("cells", "3");
    return RunFolder.create(
        home,
        new RunPlan(
            "probe",
            "",
            Scale.SMOKE,
            7,
            Map.of("load", "0.5"),
            List.of(
                new RunPlan.Planned("first", 3, parameters),
                new RunPlan.Planned("second", 1, Map.of())),
            new Provenance(
                "0.1",
                "abc",
                "sha256:1",
                "check probe",
                Provenance.Computer.here("scalar"),
                Map.of("digits", "sha256:2"),
                Map.of())),
        CLOCK,
        disk);
  }

  static Entry entry(double value) {
    return new Entry.Point(GAIN, value, -value);
  }

  static Snapshot state(long step) {
    return Snapshot.named("probe", 1).number("step", "1", step).note("own", "kept").build();
  }

  /// Takes a replicate, writes `count` points and finishes it.
  static void finish(Owner owner, String experiment, int replicate, int count) {
    try (TakenReplicate taken = owner.take(experiment, replicate).orElseThrow()) {
      for (int i = taken.kept().size(); i < count; i++) {
        taken.append(entry(i));
      }
      taken.finish(1.5);
    }
  }

  /// A disk on which only so many bytes fit.
  static final class FullDisk implements Disk {
    private long left;

    FullDisk(long bytes) {
      left = bytes;
    }

    @Override
    public Growing grow(Path file) throws IOException {
      Growing real = Disk.real().grow(file);
      return new Growing() {
        @Override
        public void append(byte[] bytes) throws IOException {
          int fit = (int) Math.min(left, bytes.length);
          real.append(Arrays.copyOf(bytes, fit));
          use(bytes.length);
        }

        @Override
        public void force() throws IOException {
          real.force();
        }

        @Override
        public void close() throws IOException {
          real.close();
        }
      };
    }

    @Override
    public void replace(Path file, AtomicFile.Content content) throws IOException {
      AtomicFile.replace(file, channel -> content.writeTo(limited(channel)));
    }

    private WritableByteChannel limited(WritableByteChannel channel) {
      return new WritableByteChannel() {
        @Override
        public int write(ByteBuffer source) throws IOException {
          use(source.remaining());
          return channel.write(source);
        }

        @Override
        public boolean isOpen() {
          return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
          channel.close();
        }
      };
    }

    private void use(int bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("No space left on device");
      }
    }
  }
}
