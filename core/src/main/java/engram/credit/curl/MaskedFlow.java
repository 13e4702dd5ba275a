// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import java.util.Arrays;

/// The flow of signed updates; see [CurlDescent#flow].
record MaskedFlow(Task task, SignMask mask) implements Flow {
  @Override
  public int size() {
    return task.shape().weights();
  }

  @Override
  public void velocity(double[] at, double[] into) {
    NetShape shape = task.shape();
    int inFirst = shape.hidden() * shape.inputs();
    double[] first = new double[inFirst];
    double[] second = new double[at.length - inFirst];
    TwoLayerNet net =
        new TwoLayerNet(
            shape, Arrays.copyOf(at, inFirst), Arrays.copyOfRange(at, inFirst, at.length));
    task.sums(net, CurlLearner.transposed(net), first, second);
    mask.applyFirst(first, shape.inputs());
    mask.applySecond(second, shape.hidden());
    for (int i = 0; i < at.length; i++) {
      into[i] = -(i < inFirst ? first[i] : second[i - inFirst]);
    }
  }
}
