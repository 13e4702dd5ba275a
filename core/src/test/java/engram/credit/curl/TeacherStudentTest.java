// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import engram.random.Seeds;
import engram.source.FromPaper;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@FromPaper(value = "curl-descent", at = "code: teacher, student")
final class TeacherStudentTest {
  private static double variance(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElseThrow();
  }

  @Test
  void weightsAndInputsHaveTheScriptsVariances() {
    NetShape shape = new NetShape(40, 60, 1, Nonlinearity.TANH);
    TeacherStudent world = new TeacherStudent(shape, 1, 2);
    TwoLayerNet student = world.student(Seeds.of(3));
    double range = 2 / Math.sqrt(40);
    assertTrue(Arrays.stream(student.first()).allMatch(w -> Math.abs(w) <= range));
    assertEquals(4.0 / 3 / 40, variance(student.first()), 0.1 * 4 / 3 / 40);
    assertEquals(1.0 / 3 / 40, variance(world.teacher(Seeds.of(3)).first()), 0.1 / 3 / 40);
    ExampleTask examples = world.examples(world.teacher(Seeds.of(3)), 500, Seeds.of(3).stream("x"));
    assertEquals(0.5, variance(examples.x), 0.02);
    TwoLayerNet normal = TwoLayerNet.normal(shape, 2, Seeds.of(4).stream("net"));
    assertEquals(4.0 / 40, variance(normal.first()), 0.1 * 4 / 40);
  }

  @Test
  void theTeacherHasNoError() {
    for (Nonlinearity f : Nonlinearity.values()) {
      TeacherStudent world = TeacherStudent.of(new NetShape(5, 4, 2, f));
      TwoLayerNet teacher = world.teacher(Seeds.of(1));
      ExampleTask examples = world.examples(teacher, 20, Seeds.of(1).stream("x"));
      assertEquals(0, examples.loss(teacher), f.name());
      assertTrue(examples.loss(world.student(Seeds.of(1))) > 1e-6, f.name());
    }
  }

  @Test
  void lossIsHalfTheMeanSquareOfAHandMadeNet() {
    NetShape shape = new NetShape(1, 1, 1, Nonlinearity.RELU);
    TwoLayerNet net = TwoLayerNet.of(shape, new double[] {2}, new double[] {3});
    ExampleTask task = ExampleTask.of(shape, new double[] {1, -1}, new double[] {2, 2});
    assertEquals((16 + 4) / 4.0, task.loss(net));
  }

  @Test
  void refusesBadSizes() {
    NetShape shape = NetShape.linear(2, 3);
    assertEquals("hidden must be 1 or more, was 0", refusal(() -> NetShape.linear(2, 0)));
    assertEquals(
        "studentScale must be finite and above 0, was NaN",
        refusal(() -> new TeacherStudent(shape, 1, Double.NaN)));
    assertEquals(
        "first must have length 6, was 5",
        refusal(() -> TwoLayerNet.of(shape, new double[5], new double[3])));
    assertEquals(
        "x and target must be columns of 2 inputs and 1 outputs, was 5 and 2 numbers",
        refusal(() -> ExampleTask.of(shape, new double[5], new double[2])));
    NetShape tanh = new NetShape(2, 3, 1, Nonlinearity.TANH);
    TwoLayerNet teacher = TwoLayerNet.uniform(tanh, 1, Seeds.of(1).stream("t"));
    assertEquals(
        "nonlinearity must be IDENTITY for the covariance form, was TANH",
        refusal(() -> CovarianceTask.of(teacher, new double[] {1, 0, 0, 1})));
  }

  private static @Nullable String refusal(Runnable bad) {
    return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
  }
}
