// SPDX-License-Identifier: Apache-2.0
package engram.kernel.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsTest {
  /// Bytes of code up to which the compiler inlines a hot method.
  private static final int INLINED = 325;

  @Test
  void greatestElementIsFoundWhereverItLies() {
    for (int n = 1; n < 140; n++) {
      float[] x = new float[n + 2];
      Arrays.fill(x, -3);
      x[n + 1] = 9;
      for (int at = 0; at < n; at++) {
        x[1 + at] = -2;
        assertEquals(-2, Form.LOOPS.max(x, 1, n));
        x[1 + at] = Float.NaN;
        assertEquals(Float.NaN, Form.LOOPS.max(x, 1, n));
        x[1 + at] = -3;
      }
    }
    assertEquals(0.0f, Form.LOOPS.max(new float[] {-0.0f, 0.0f, -0.0f}, 0, 3));
    assertEquals(Double.NEGATIVE_INFINITY, Form.LOOPS.max(new double[1], 0, 0));
  }

  @Test
  void elementaryFunctionsAreTooLongToBeInlined() throws IOException {
    try (InputStream in = LoopsTest.class.getResourceAsStream("VectorElementary.class")) {
      List<MethodModel> loops =
          ClassFile.of().parse(in.readAllBytes()).methods().stream()
              .filter(method -> method.methodType().stringValue().startsWith("([DI[DI"))
              .toList();
      assertEquals(5, loops.size());
      for (MethodModel loop : loops) {
        assertTrue(length(loop) > INLINED, loop.methodName() + ": " + length(loop));
      }
    }
  }

  private static int length(MethodModel method) {
    return method.findAttribute(Attributes.code()).map(CodeAttribute::codeLength).orElse(0);
  }
}
