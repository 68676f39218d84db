// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BlockHeadTest {
  /** Of a file that begins so, and has so many bytes in all. */
  private static boolean isHadoops(String hexadecimal, long length) throws IOException {
    return BlockHead.isHadoops(new HexFile(hexadecimal), length);
  }

  /** Also a text of 2 GiB, whose length and a sixth no longer fit into an int. */
  @Test
  void takesALengthOfTextAndOneOfAChunk() throws IOException {
    assertThat(isHadoops("0000000500000007", 15)).isTrue();
    assertThat(isHadoops("0000000500000007", 1000)).isTrue();
    assertThat(isHadoops("7fffffff7fffffff", 3L << 30)).isTrue();
    assertThat(isHadoops("0000000100000001", 9)).isTrue();
  }

  /** 6 + 6 / 6 + 32 = 39. */
  @Test
  void takesNoChunkThatTextCouldNotBecome() throws IOException {
    assertThat(isHadoops("0000000600000027", 1000)).isTrue();
    assertThat(isHadoops("0000000600000028", 1000)).isFalse();
    assertThat(isHadoops("0000000600000000", 1000)).isFalse();
    assertThat(isHadoops("00000006ffffffff", 1000)).isFalse();
  }

  @Test
  void takesNoTextOnlyWhereNothingFollows() throws IOException {
    assertThat(isHadoops("", 0)).isTrue();
    assertThat(isHadoops("00000000", 4)).isTrue();
    assertThat(isHadoops("0000000000", 5)).isFalse();
    assertThat(isHadoops("ffffffff", 4)).isFalse();
    assertThat(isHadoops("ffffffff00000001", 1000)).isFalse();
  }

  @Test
  void saysWhereAFileIsCut() {
    assertThatThrownBy(() -> isHadoops("00", 1)).hasMessage("it is too short");
    assertThatThrownBy(() -> isHadoops("000000", 3)).hasMessage("it is too short");
    assertThatThrownBy(() -> isHadoops("00000005", 4)).hasMessage("it ends before its first chunk");
    assertThatThrownBy(() -> isHadoops("00000005000000", 7))
        .hasMessage("it ends before its first chunk");
    assertThatThrownBy(() -> isHadoops("0000000500000007", 14))
        .hasMessage("it ends within its first chunk");
  }
}
