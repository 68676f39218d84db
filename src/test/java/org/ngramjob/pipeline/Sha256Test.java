// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Expected digests are those of {@code printf BYTES | sha256sum}. */
class Sha256Test {
  /** Eight bytes of length, the highest first, then the bytes in UTF-8; a number is its bytes. */
  @Test
  void ofFieldsIsThatOfTheirLengthsAndBytes() {
    // printf '' | sha256sum
    assertThat(new Sha256().hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    // printf '\0\0\0\0\0\0\0\4a\350\257\215\0\0\0\0\0\0\1\2' | sha256sum
    assertThat(new Sha256().add("a词").add(258).hex())
        .isEqualTo("4cf39bcfe0c0a7176d587f9690ec98fed1c2fc5fbe90fffa78eddab7a5f81c8e");
  }

  @Test
  void tellsFieldsApartThatWouldRunTogether() {
    String first = new Sha256().add("ab").add("c").hex();
    assertThat(new Sha256().add("a").add("bc").hex()).isNotEqualTo(first);
    assertThat(new Sha256().add("abc").add("").hex()).isNotEqualTo(first);
  }

  /** More than one buffer of 64 KiB. */
  @Test
  void ofAStreamIsThatOfItsBytesAlone() throws IOException {
    byte[] bytes = new byte[65_537];
    // head -c 65537 /dev/zero | sha256sum
    assertThat(new Sha256().addAll(new ByteArrayInputStream(bytes)).hex())
        .isEqualTo("3266304f31be278d06c3bd3eb9aa3e00c59bedec0a890de466568b0b90b0e01f");
  }
}
