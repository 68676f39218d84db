// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
  private final Configuration configuration = new Configuration();

  @TempDir private Path directory;

  private List<String> ofSection(int section) throws IOException {
    return Arrays.stream(
            new Pieces(new org.apache.hadoop.fs.Path(directory.toUri()), configuration)
                .ofSection(section))
        .map(piece -> piece.getPath().getName())
        .toList();
  }

  private org.apache.hadoop.fs.Path piece(int section, int bucket) {
    return new org.apache.hadoop.fs.Path(directory.resolve(Pieces.name(section, bucket)).toUri());
  }

  /** Order 10 is not order 1, bucket 10 is not before bucket 9. */
  @Test
  void aSectionHasItsOwnPiecesInOrder() throws IOException {
    for (int bucket : new int[] {10, 9, 99_999_999, 0}) {
      Pieces.create(piece(1, bucket), configuration).close();
      Pieces.create(piece(10, bucket), configuration).close();
    }
    Files.writeString(directory.resolve("_SUCCESS"), "");
    assertThat(ofSection(1))
        .containsExactly(
            "piece-01-00000000", "piece-01-00000009", "piece-01-00000010", "piece-01-99999999");
    assertThat(ofSection(10)).hasSize(4).first().isEqualTo("piece-10-00000000");
    assertThat(ofSection(2)).isEmpty();
  }

  /** A local file has no checksums beside it; one that is there is another task's. */
  @Test
  void aPieceIsAloneAndNew() throws IOException {
    try (OutputStream out = Pieces.create(piece(1, 3), configuration)) {
      out.write('a');
    }
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(directory.resolve("piece-01-00000003"));
    }
    assertThatThrownBy(() -> Pieces.create(piece(1, 3), configuration))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
