// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.testing.LocalChain;

class RelabellingTest {
  @TempDir private Path directory;

  /** The first ids are 3 a, 4 b; then 3 b, 4 a; then 3 b alone. */
  private MappedVocabulary part;

  private MappedVocabulary whole;
  private MappedVocabulary left;

  @BeforeEach
  void makeVocabularies() throws IOException {
    part = vocabulary("part", "a a b\n");
    whole = vocabulary("whole", "a a b b b\n");
    left = vocabulary("left", "b b\n");
  }

  private MappedVocabulary vocabulary(String name, String text) throws IOException {
    LocalChain chain = new LocalChain(directory.resolve(name));
    return MappedVocabulary.open(chain.makeVocabulary(chain.write(text)));
  }

  @Test
  void wordsGetTheirNewIds() {
    Relabelling ids = new Relabelling(part, whole, Optional.empty());

    assertThat(new int[] {ids.id(0), ids.id(1), ids.id(2), ids.id(3), ids.id(4)})
        .containsExactly(0, 1, 2, 4, 3);
    assertThat(ids.limit()).isEqualTo(5);
  }

  /** What is left has the ids 0 to 3; in the whole, a is 4. */
  @Test
  void aWordThatIsGoneKeepsAnIdBehindAllOthers() {
    Relabelling ids = new Relabelling(part, left, Optional.of(whole));

    assertThat(ids.id(4)).isEqualTo(3);
    assertThat(ids.id(3)).isEqualTo(4 + 4);
    assertThat(ids.limit()).isEqualTo(4 + 5);
  }

  @Test
  void anIdThatIsNotInTheVocabularyIsRefused() {
    Relabelling ids = new Relabelling(part, whole, Optional.empty());

    assertThatThrownBy(() -> ids.id(5))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "the counts hold the id 5, their vocabulary has 5: they are of different runs;"
                + " count again");
  }
}
