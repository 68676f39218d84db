// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final ConsoleCapture capture = new ConsoleCapture();

  @Test
  void putsTabsBetweenColumnsAndLfAtTheEnd() {
    capture.console.row("词性", 1L, 0.5);
    capture.console.row("alone");
    capture.console.row();
    assertThat(capture.out()).isEqualTo("词性\t1\t0.5\nalone\n\n");
    assertThat(capture.err()).isEmpty();
  }

  @Test
  void quietSaysNothingButResults() {
    Console quiet = capture.console.quiet();
    quiet.err().println("progress");
    quiet.row("result");
    assertThat(capture.out()).isEqualTo("result\n");
    assertThat(capture.err()).isEmpty();
    assertThat(new Console(quiet.in(), quiet.out(), quiet.err(), true).quiet().terminal())
        .isFalse();
  }

  @Test
  void canHaveAnotherStandardError() {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    Console terminal =
        new Console(capture.console.in(), capture.console.out(), capture.console.err(), true);
    Console changed = terminal.withErr(other);
    changed.err().print("词");
    changed.err().println();
    changed.row("result");
    assertThat(other.toString(StandardCharsets.UTF_8)).startsWith("词");
    assertThat(capture.err()).isEmpty();
    assertThat(capture.out()).isEqualTo("result\n");
    assertThat(changed.terminal()).isTrue();
  }
}
