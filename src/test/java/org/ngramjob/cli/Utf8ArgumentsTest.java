// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Utf8ArgumentsTest {
  private static final String SPOILT = "\uFFFD".repeat(6);

  private static String[] restore(String commandLine, String... arguments) {
    return Utf8Arguments.restore(
        arguments, commandLine.replace(' ', '\0').concat("\0").getBytes(UTF_8));
  }

  @Test
  void takesTheLastArgumentsOfTheProcess() {
    assertThat(restore("java -cp x.jar Main predict 判断", "predict", SPOILT))
        .containsExactly("predict", "判断");
  }

  @Test
  void leavesArgumentsThatAreNotTheProcesssOwn() {
    String[] called = {"predict", SPOILT};
    assertThat(restore("java Main score 判断", called)).isSameAs(called);
    assertThat(restore("java Main predict ascii", called)).isSameAs(called);
    assertThat(restore("predict", called)).isSameAs(called);
  }

  @Test
  void leavesWhatIsNoUtf8() {
    String[] called = {SPOILT};
    assertThat(Utf8Arguments.restore(called, new byte[] {'x', 0, (byte) 0xff, 0})).isSameAs(called);
  }

  @Test
  void leavesAsciiAlone() {
    String[] called = {"a", "b"};
    assertThat(Utf8Arguments.restore(called)).isSameAs(called);
  }
}
