// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** What it writes is read in {@link VocabularyFileTest}. */
class VocabularyFileWriterTest {
  /** A disk without room. */
  private static final class Full extends OutputStream {
    private boolean closed;

    @Override
    public void write(int value) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void closesItsFileWhereNothingCanBeWritten() {
    Full empty = new Full();
    VocabularyFileWriter writer = new VocabularyFileWriter(empty, 1);
    assertThatThrownBy(writer::close).hasMessage("No space left on device");
    assertThat(empty.closed).isTrue();
  }

  /** The section is written first. */
  @Test
  void closesItsFileWhereASectionCannotBeWritten() throws IOException {
    Full full = new Full();
    VocabularyFileWriter writer = new VocabularyFileWriter(full, 1);
    writer.word(9, new byte[] {'a'}, 0, 1, 2);
    assertThatThrownBy(writer::close).hasMessage("No space left on device");
    assertThat(full.closed).isTrue();
  }
}
