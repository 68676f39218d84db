// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PieceFileTest {
  private static byte[] file(boolean compressed, int from, int to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PieceFile file = new PieceFile(out, compressed)) {
      for (int bucket = from; bucket < to; bucket++) {
        for (int piece = 0; piece < 3; piece++) {
          byte[] text = ("bucket " + bucket + " piece " + piece + "\n").getBytes(UTF_8);
          file.write(bucket, text, text.length);
        }
      }
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(a);
    out.writeBytes(b);
    return out.toByteArray();
  }

  @Test
  void filesOfTwoTasksJoinToTheFileOfOne() throws IOException {
    assertThat(joined(file(false, 0, 2), file(false, 2, 5))).isEqualTo(file(false, 0, 5));
    assertThat(joined(file(true, 0, 2), file(true, 2, 5))).isEqualTo(file(true, 0, 5));
    assertThat(joined(file(true, 0, 4), file(true, 4, 5))).isEqualTo(file(true, 0, 5));
  }

  @Test
  void compressedOrNotTheTextIsTheSame() throws IOException {
    byte[] compressed = file(true, 0, 5);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
        .isEqualTo(file(false, 0, 5));
  }

  @Test
  void nothingIsAnEmptyFile() throws IOException {
    assertThat(file(true, 0, 0)).isEmpty();
  }
}
