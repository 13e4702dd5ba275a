// SPDX-License-Identifier: Apache-2.0
package engram.bench.spiking;

import engram.neuron.lif.Conductances;
import engram.spiking.Network;
import engram.spiking.reference.BretteNetworks;
import engram.spiking.reference.BrunelNetwork;
import engram.spiking.reference.Microcircuit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// A network to be run.
///
/// @param name unique; begins with what it is asked for by
/// @param method how neurons are solved
/// @param description of the network, made when it is needed
/// @param seconds of biological time in a turn
/// @param peers who runs it too, of [Program#PEERS], by name
/// @param shape of its synapses
record Course(
    String name,
    String method,
    Supplier<Network> description,
    double seconds,
    List<String> peers,
    Scatter.Shape shape) {
  /// Needs two minutes and 3 GB, so it is run only where it is named.
  private static final String LARGE = "Microcircuit";

  private static final List<String> BOTH = List.of("Brian2", "NEST");

  /// All networks.
  static List<Course> all() {
    return List.of(
        new Course(
            "COBA, Euler",
            "Euler",
            () -> BretteNetworks.conductance(Conductances.Method.EULER),
            2,
            BOTH,
            Scatter.Shape.BRETTE),
        new Course(
            "COBA, exponential Euler",
            "exponential Euler",
            () -> BretteNetworks.conductance(Conductances.Method.EXPONENTIAL_EULER),
            2,
            List.of("Brian2"),
            Scatter.Shape.BRETTE),
        new Course("CUBA", "exact", BretteNetworks::current, 2, BOTH, Scatter.Shape.BRETTE),
        new Course(
            "Brunel",
            "exact",
            () -> BrunelNetwork.ofPrograms().network(),
            1,
            BOTH,
            Scatter.Shape.BRUNEL),
        new Course(
            LARGE,
            "exact",
            () -> Microcircuit.full().network(),
            0.2,
            List.of(),
            Scatter.Shape.MICROCIRCUIT));
  }

  /// Those whose names begin with one of `names`; without names, all but the large one.
  static List<Course> chosen(List<String> names) {
    List<Course> chosen =
        all().stream()
            .filter(course ->
                names.isEmpty()
                    ? !course.name.equals(LARGE)
                    : names.stream().anyMatch(course.name::startsWith))
            .toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "names must begin one of "
              + all().stream().map(Course::name).toList()
              + ", was "
              + names);
    }
    return chosen;
  }

  /// What the scripts of peers call it.
  String atPeers() {
    return name.replaceAll(",.*", "").toLowerCase(Locale.ROOT);
  }

  /// Whether that is the method here; programs write it with other capitals and strokes.
  boolean isSolvedBy(String other) {
    return other.replace('_', ' ').equalsIgnoreCase(method);
  }
}
