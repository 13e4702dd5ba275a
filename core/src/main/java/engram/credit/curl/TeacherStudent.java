// SPDX-License-Identifier: Apache-2.0
package engram.credit.curl;

import engram.random.RandomStream;
import engram.random.Seeds;
import engram.source.FromPaper;

/// A teacher and a student of one shape, both with uniform random weights, and inputs `x ~ N(0, I /
/// 2)`.
///
/// | symbol | meaning | default |
/// | --- | --- | --- |
/// | r | range of the student's weights, over sqrt M and sqrt N | 1 |
/// | r* | the same of the teacher | 1 |
///
/// @param shape sizes and nonlinearity of both
/// @param teacherScale r*, above 0
/// @param studentScale r, above 0
@FromPaper(value = "curl-descent", at = "code: teacher, student")
public record TeacherStudent(NetShape shape, double teacherScale, double studentScale) {
  /// The variance of an input.
  public static final double INPUT_VARIANCE = 0.5;

  /// Checks the scales.
  public TeacherStudent {
    requireScale("teacherScale", teacherScale);
    requireScale("studentScale", studentScale);
  }

  /// Both with r = 1.
  public static TeacherStudent of(NetShape shape) {
    return new TeacherStudent(shape, 1, 1);
  }

  /// The teacher, from the stream `teacher`.
  public TwoLayerNet teacher(Seeds seeds) {
    return TwoLayerNet.uniform(shape, teacherScale, seeds.stream("teacher"));
  }

  /// The student before learning, from the stream `student`.
  public TwoLayerNet student(Seeds seeds) {
    return TwoLayerNet.uniform(shape, studentScale, seeds.stream("student"));
  }

  /// Fresh examples with the teacher's answers.
  ///
  /// @param count how many, 1 or more
  public ExampleTask examples(TwoLayerNet teacher, int count, RandomStream stream) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, was " + count);
    }
    double[] x = new double[shape.inputs() * count];
    stream.fillGaussian(x, Math.sqrt(INPUT_VARIANCE));
    return ExampleTask.taughtBy(teacher, x, count);
  }

  private static void requireScale(String name, double scale) {
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException(name + " must be finite and above 0, was " + scale);
    }
  }
}
