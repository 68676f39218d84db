// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void cutsLongMessages() {
    assertThat(OneLine.of("x".repeat(1000))).hasSize(401).endsWith("…");
  }

  @Test
  void isTheFirstLineThatSaysSomething() {
    assertThat(OneLine.of("\n \r\n  it is full  \n\tat java.io")).isEqualTo("it is full");
  }

  @Test
  void leavesOutAFullStop() {
    assertThat(OneLine.of("\".snapshot\" is a reserved name.\n"))
        .isEqualTo("\".snapshot\" is a reserved name");
    assertThat(OneLine.of("and so on...")).isEqualTo("and so on...");
  }

  @Test
  void keepsBothEndsOfWhatThisProgramSays() {
    assertThat(OneLine.whole("it is\n full; " + "x".repeat(3000) + "; make room"))
        .isEqualTo("it is full; " + "x".repeat(3000) + "; make room");
    assertThat(OneLine.whole("it is full; " + "x".repeat(5000) + "; make room"))
        .hasSize(4001)
        .startsWith("it is full; x")
        .contains("x…x")
        .endsWith("x; make room");
  }

  @Test
  void namesTheTypeWhereTheMessageSaysTooLittle() {
    assertThat(OneLine.of(new FileNotFoundException("a.txt")))
        .isEqualTo("FileNotFoundException: a.txt");
    assertThat(OneLine.of(new EOFException())).isEqualTo("EOFException");
    assertThat(OneLine.of(new EOFException(" \n"))).isEqualTo("EOFException");
    assertThat(OneLine.of(new IOException("Is a directory"))).isEqualTo("Is a directory");
  }
}
