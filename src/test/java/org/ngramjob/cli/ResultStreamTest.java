// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ResultStreamTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  /** Takes so many bytes, then fails until it is mended. */
  private final class Disk extends OutputStream {
    private int room;
    private final String error;

    Disk(int room, String error) {
      this.room = room;
      this.error = error;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (length > room) {
        throw new IOException(error);
      }
      room -= length;
      written.write(bytes, from, length);
    }
  }

  @Test
  void passesBytesOn() {
    ResultStream results = new ResultStream(new Disk(10, "full"));
    results.write(0xFF);
    results.write(new byte[] {1, 2, 3, 4}, 1, 2);
    assertThat(written.toByteArray()).containsExactly(0xFF, 2, 3);
  }

  @Test
  void saysOnceThatResultsAreNotWhole() {
    Disk disk = new Disk(1, "No space left on device");
    ResultStream results = new ResultStream(disk);
    results.write('a');

    Failure failure = catchThrowableOfType(Failure.class, () -> results.write('b'));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessage(
            "cannot write results to standard output: No space left on device; what has been"
                + " written is not whole: make room, and run the command again");
    // A result with a hole in it would look whole: nothing follows, also where there is room again.
    disk.room = 100;
    results.write('c');
    assertThat(written.toByteArray()).containsExactly('a');
  }

  /** As when {@code head} has its lines. */
  @Test
  void endsTheCommandWhereNobodyReads() {
    ResultStream results = new ResultStream(new Disk(0, "Broken pipe"));
    assertThatThrownBy(() -> results.write('a')).isInstanceOf(ReaderGone.class);
    results.write('b');
    assertThat(written.size()).isZero();
  }

  @Test
  void saysWhatItCanOfAnErrorWithoutWords() {
    ResultStream results = new ResultStream(new Disk(0, null));
    assertThatThrownBy(() -> results.write('a'))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("standard output: IOException;");
  }
}
