// SPDX-License-Identifier: Apache-2.0
package engram.neuron;

import java.util.List;
import java.util.Optional;

/// What one kind of neuron is: its variables, where input arrives, when it fires. A value; a
/// simulation asks it for a [NeuronKernel], the loop that advances many such neurons.
///
/// A step of length dt, the same for every model:
///
/// | part | what happens | whose |
/// | --- | --- | --- |
/// | deliver | what arrives at the end of this step is summed a receptor | the simulation's |
/// | update | the variables go forward by dt; then the arrivals join them | [NeuronKernel#advance] |
/// | hold | neurons in their refractory time are put back | [NeuronKernel#hold] |
/// | threshold | the first variable at or above its threshold is a spike | the simulation's |
/// | reset | of the neurons that fired | [NeuronKernel#reset] |
/// | queue | the spike arrives its delay later, again at the end of a step | the simulation's |
///
/// So a spike of step t with a delay of d steps changes its targets at the end of step t + d, and a
/// jump of the potential can fire a neuron in that very step. A current that arrives then moves the
/// potential from step t + d + 1 on.
///
/// A model of one's own is a record that implements this interface; see the package.
public interface NeuronModel {
  /// What changes in time, the variable that is compared with the threshold first.
  List<Variable> variables();

  /// Where input arrives.
  List<Receptor> receptors();

  /// How many steps after that of a spike a neuron is held at its reset.
  int refractorySteps(double dtMs);

  /// The loop over the neurons of a site.
  NeuronKernel kernel(Site site);

  /// The same dynamics of one neuron in double precision, to be read and to test the kernel by;
  /// empty if there is none.
  default Optional<NeuronDefinition> definition(Site site) {
    return Optional.empty();
  }

  /// The place of a variable among the variables.
  ///
  /// @throws IllegalArgumentException if there is no such variable
  default int variable(String name) {
    List<Variable> all = variables();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "variable must be one of "
            + all.stream().map(Variable::name).toList()
            + ", was '"
            + name
            + "'");
  }

  /// The place of a receptor among the receptors.
  ///
  /// @throws IllegalArgumentException if there is no such receptor
  default int receptor(String name) {
    List<Receptor> all = receptors();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "receptor must be one of "
            + all.stream().map(Receptor::name).toList()
            + ", was '"
            + name
            + "'");
  }
}
