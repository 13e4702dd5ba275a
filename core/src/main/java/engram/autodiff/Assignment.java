// SPDX-License-Identifier: Apache-2.0
package engram.autodiff;

/// A parameter that takes a node's value at the end of a run.
record Assignment(Node parameter, Node value) {
  Assignment {
    if (!(parameter.operation() instanceof Source.Parameter)) {
      throw new IllegalArgumentException("target must be a parameter, was " + parameter);
    }
    if (!parameter.shape().equals(value.shape())) {
      throw new IllegalArgumentException(
          "shape of what is assigned must be that of the parameter, %s, was %s"
              .formatted(parameter.shape(), value.shape()));
    }
  }
}
