// SPDX-License-Identifier: Apache-2.0
package engram.lab.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaTokensTest {
  @Test
  void commentsAndLayoutAreNoTokens() {
    List<String> plain = JavaTokens.of("int f() { return 1 + x; }");
    assertEquals(List.of("int", "f", "(", ")", "{", "return", "1", "+", "x", ";", "}"), plain);
    assertEquals(
        plain,
        JavaTokens.of(
            "/// Doc of \"f\".\nint f(/* nothing */)\n{\n  return 1 // one's\n + x;\n}\n"));
    assertEquals(plain, JavaTokens.of("/** a * b ** / */ int f() { return 1 + x; } // the end"));
  }

  @Test
  void whatLooksLikeACommentInALiteralIsOfTheLiteral() {
    assertEquals(
        List.of("a", "=", "\"// no \\\" comment\"", ";"),
        JavaTokens.of("a = \"// no \\\" comment\"; // yes"));
    assertEquals(
        List.of("'\"'", "+", "'\\''", "+", "\"/*\""), JavaTokens.of("'\"' + '\\'' + \"/*\""));
    assertEquals(
        List.of("\"\"\"\n  a \"quoted\" // word\n  \"\"\"", ";"),
        JavaTokens.of("\"\"\"\n  a \"quoted\" // word\n  \"\"\"; /* c */"));
  }

  @Test
  void aChangedLiteralIsAChange() {
    assertNotEquals(JavaTokens.of("f(\"a b\")"), JavaTokens.of("f(\"a  b\")"));
    assertNotEquals(JavaTokens.of("0.1"), JavaTokens.of("0.2"));
    assertEquals(JavaTokens.of("f( 0.1 )"), JavaTokens.of("f(0.1)"));
  }

  @Test
  void signsThatMeanSomethingElseTogetherAreHeldApart() {
    assertEquals(JavaTokens.of("i+++j"), JavaTokens.of("i++ + j"));
    assertNotEquals(JavaTokens.of("i++ + j"), JavaTokens.of("i + ++j"));
    assertNotEquals(JavaTokens.of("a - -b"), JavaTokens.of("a - --b"));
    assertEquals(JavaTokens.of("List<List<X>> x"), JavaTokens.of("List< List<X> > x"));
  }

  @Test
  void whatIsNotClosedEndsWithTheText() {
    assertEquals(List.of("a"), JavaTokens.of("a /* never"));
    assertEquals(List.of("\"never"), JavaTokens.of("\"never"));
    assertEquals(List.of(), JavaTokens.of(""));
  }
}
