// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BzipEndsTest {
  /** What bzip2 makes of nothing: head, mark of the end, a checksum of 0. */
  private static final String EMPTY = "425a6839" + "177245385090" + "00000000";

  private static void check(String hexadecimal) throws IOException {
    HexFile bytes = new HexFile(hexadecimal);
    BzipEnds.checkHead(bytes, bytes.length());
    BzipEnds.checkTail(bytes, bytes.length());
  }

  @Test
  void takesTheSmallestFile() {
    assertThatCode(() -> check(EMPTY)).doesNotThrowAnyException();
    assertThatCode(() -> BzipEnds.checkHead(new HexFile(EMPTY.substring(0, 20)), 10))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> BzipEnds.checkTail(new HexFile("0" + "177245385090" + "cafebabe" + "0"), 11))
        .doesNotThrowAnyException();
  }

  /** A head, a block's mark, some bits of a block, then the end: up to seven bits fill a byte. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void findsTheEndAtEveryBit(int fill) {
    BigInteger file =
        new BigInteger("425a6831" + "314159265359" + "f00d" + "177245385090" + "cafebabe", 16);
    // Of the block, so many bits less: the whole is of bytes again.
    BigInteger shifted = file.shiftLeft(fill);
    String tail = shifted.toString(16);
    String whole = "425a6831" + "314159265359" + tail.substring(tail.length() - 24);
    assertThatCode(() -> check(whole)).as(whole).doesNotThrowAnyException();
  }

  @Test
  void refusesOtherEnds() {
    assertThatThrownBy(() -> check(EMPTY.substring(0, 18))).hasMessage("it is too short for bzip2");
    assertThatThrownBy(() -> check("00".repeat(20))).hasMessage("it does not begin as bzip2");
    assertThatThrownBy(() -> check(EMPTY.replace("425a6839", "425a6830")))
        .hasMessage("it does not begin as bzip2");
    for (String head : new String[] {"435a6839", "425b6839", "425a6939", "425a683a"}) {
      assertThatThrownBy(() -> check(EMPTY.replace("425a6839", head)))
          .hasMessage("it does not begin as bzip2");
    }
    // A head alone has all its ten bytes.
    assertThatThrownBy(() -> BzipEnds.checkTail(new HexFile(EMPTY.substring(0, 20)), 10))
        .hasMessage("it is too short for bzip2");
    assertThatThrownBy(() -> check(EMPTY.substring(0, 20))).hasMessage("it is too short for bzip2");
    // Another mark; a checksum of three bytes; a byte behind the end.
    assertThatThrownBy(() -> check(EMPTY.replace("5090", "5091")))
        .hasMessage("it does not begin as bzip2");
    assertThatThrownBy(() -> check(EMPTY.substring(0, 26))).hasMessage("it does not end as bzip2");
    assertThatThrownBy(() -> check(EMPTY + "00")).hasMessage("it does not end as bzip2");
  }
}
