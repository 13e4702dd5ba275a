// SPDX-License-Identifier: Apache-2.0
package engram.spiking;

import engram.error.DataCorruptException;
import engram.spiking.drive.Port;
import engram.spiking.internal.LearnedForm;
import engram.spiking.internal.Slice;
import engram.spiking.internal.part.Part;
import engram.spiking.internal.part.Ring;
import engram.state.Sha256;
import engram.state.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The state of a simulation as arrays of whole populations, the same however it is sliced.
///
/// | array | what | shape |
/// | --- | --- | --- |
/// | `step` | steps taken | 1 |
/// | `POPULATION/VARIABLE` | a variable | neurons |
/// | `POPULATION/refractory` | steps still held | neurons |
/// | `POPULATION/arriving/RECEPTOR` | what will arrive, next step first | steps, neurons |
/// | `synapses/PROJECTION/...` | weights, traces and eligibilities of what learns | synapses, or neurons |
/// | `port/NUMBER` | what stands at a port | neurons |
///
/// @param assembly of the simulation
/// @param slices of the simulation
/// @param gates of its ports, by drive
record StateForm(Assembly assembly, List<Slice> slices, List<List<Port.Gate>> gates) {
  private static final int VERSION = 1;
  private static final String NETWORK = "network";

  Snapshot snapshot(String format, long step) {
    Snapshot.Builder builder = Snapshot.named(format, VERSION).number("step", "1", step);
    builder.note(NETWORK, fingerprint());
    List<Population> populations = assembly.network().populations();
    for (int p = 0; p < populations.size(); p++) {
      put(builder, populations.get(p), p, step);
    }
    for (int p = 0; p < assembly.network().projections().size(); p++) {
      learned(p).put(builder, step);
    }
    for (int d = 0; d < gates.size(); d++) {
      if (!gates.get(d).isEmpty()) {
        builder.floats("port/" + d, "1", standing(gates.get(d)));
      }
    }
    return builder.build();
  }

  private LearnedForm learned(int p) {
    Projection projection = assembly.network().projections().get(p);
    return new LearnedForm(
        assembly.store(),
        p,
        "synapses/" + projection.name() + "/",
        assembly.network().population(projection.to()).size(),
        slices.stream().map(slice -> slice.pathways().get(p)).toList());
  }

  private void put(Snapshot.Builder builder, Population population, int p, long step) {
    String path = population.name() + "/";
    for (int v = 0; v < population.model().variables().size(); v++) {
      var variable = population.model().variables().get(v);
      float[] all = new float[population.size()];
      for (Slice slice : slices) {
        Part part = slice.parts().get(p);
        copy(part.variables()[v], all, part);
      }
      builder.floats(path + variable.name(), variable.unit(), all);
    }
    int[] left = new int[population.size()];
    slices.forEach(slice -> slice.parts().get(p).refractory(step, left));
    builder.ints(path + "refractory", "1", left);
    for (int r = 0; r < population.model().receptors().size(); r++) {
      Ring first = slices.getFirst().parts().get(p).ring(r);
      if (first != null) {
        var receptor = population.model().receptors().get(r);
        builder.floats(
            path + "arriving/" + receptor.name(),
            receptor.unit(),
            arriving(p, r, first.length(), population.size(), step),
            first.length(),
            population.size());
      }
    }
  }

  private static void copy(float[] from, float[] into, Part part) {
    System.arraycopy(from, 0, into, part.site().first(), part.site().count());
  }

  private float[] arriving(int p, int receptor, int length, int size, long step) {
    float[] all = new float[Math.multiplyExact(length, size)];
    for (Slice slice : slices) {
      Part part = slice.parts().get(p);
      for (int ahead = 0; ahead < length; ahead++) {
        System.arraycopy(
            part.requireRing(receptor).row(step + ahead),
            0,
            all,
            ahead * size + part.site().first(),
            part.site().count());
      }
    }
    return all;
  }

  private static float[] standing(List<Port.Gate> port) {
    float[] all = new float[port.stream().mapToInt(Port.Gate::size).sum()];
    int at = 0;
    for (Port.Gate gate : port) {
      gate.get(all, at);
      at += gate.size();
    }
    return all;
  }

  /// What must be the same for a state to make sense.
  private String fingerprint() {
    return Sha256.hex(assembly.network() + " " + assembly.seeds());
  }

  /// Takes a state over; nothing is touched before all of it has been read.
  ///
  /// @return steps taken
  long restore(Snapshot snapshot, String format) {
    snapshot.require(format, VERSION);
    String said = snapshot.notes().getOrDefault(NETWORK, "none");
    if (!said.equals(fingerprint())) {
      throw new DataCorruptException(
          "network of the snapshot must be that of the simulation, "
              + fingerprint()
              + ", was "
              + said);
    }
    long step = snapshot.number("step");
    if (step < 0) {
      throw new DataCorruptException("step of the snapshot must be 0 or more, was " + step);
    }
    Snapshot shape = snapshot(format, 0);
    Map<String, float[]> floats = new HashMap<>();
    Map<String, int[]> ints = new HashMap<>();
    for (String name : shape.names()) {
      if (name.endsWith("/refractory")) {
        ints.put(name, sized(snapshot.ints(name), shape.ints(name).length, name));
      } else if (!name.equals("step") && !name.startsWith("synapses/")) {
        float[] values = snapshot.floats(name);
        requireLength(name, values.length, shape.floats(name).length);
        floats.put(name, values);
      }
    }
    List<List<Object>> learned = new ArrayList<>();
    for (int p = 0; p < assembly.network().projections().size(); p++) {
      learned.add(learned(p).read(snapshot));
    }
    take(floats, ints, step);
    for (int p = 0; p < learned.size(); p++) {
      learned(p).take(learned.get(p), step);
    }
    return step;
  }

  private static int[] sized(int[] values, int length, String name) {
    requireLength(name, values.length, length);
    return values;
  }

  private static void requireLength(String name, int length, int wanted) {
    if (length != wanted) {
      throw new DataCorruptException(
          "array " + name + " must have " + wanted + " values, was " + length);
    }
  }

  private void take(Map<String, float[]> floats, Map<String, int[]> ints, long step) {
    List<Population> populations = assembly.network().populations();
    for (int p = 0; p < populations.size(); p++) {
      Population population = populations.get(p);
      String path = population.name() + "/";
      for (Slice slice : slices) {
        Part part = slice.parts().get(p);
        int first = part.site().first();
        int count = part.site().count();
        for (int v = 0; v < population.model().variables().size(); v++) {
          float[] all = of(floats, path + population.model().variables().get(v).name());
          System.arraycopy(all, first, part.variables()[v], 0, count);
        }
        part.setRefractory(step, of(ints, path + "refractory"));
        for (int r = 0; r < population.model().receptors().size(); r++) {
          Ring ring = part.ring(r);
          if (ring != null) {
            float[] all =
                of(floats, path + "arriving/" + population.model().receptors().get(r).name());
            for (int ahead = 0; ahead < ring.length(); ahead++) {
              System.arraycopy(
                  all, ahead * population.size() + first, ring.row(step + ahead), 0, count);
            }
          }
        }
      }
    }
    for (int d = 0; d < gates.size(); d++) {
      int at = 0;
      for (Port.Gate gate : gates.get(d)) {
        gate.set(of(floats, "port/" + d), at);
        at += gate.size();
      }
    }
  }

  /// What was read beforehand.
  private static <T> T of(Map<String, T> read, String name) {
    T values = read.get(name);
    if (values == null) {
      throw new DataCorruptException("snapshot must hold an array " + name);
    }
    return values;
  }
}
