// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class LastWordTest {
  @Test
  void nothingIsHeardAfterIt() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    LastWord lastWord = new LastWord(new PrintStream(bytes, true, UTF_8));
    PrintStream err = new PrintStream(lastWord, true, UTF_8);
    err.println("1/3 vocabulary 5%");
    lastWord.say("interrupted");
    err.println("the run is over");
    lastWord.say("interrupted again");

    assertThat(bytes.toString(UTF_8).lines()).containsExactly("1/3 vocabulary 5%", "interrupted");
  }
}
