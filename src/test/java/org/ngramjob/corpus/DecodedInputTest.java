// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DecodedInputTest {
  @TempDir Path directory;
  private final Configuration configuration = new Configuration();

  private org.apache.hadoop.fs.Path packed() throws IOException {
    Path file = Files.write(directory.resolve("text.zst"), new byte[] {7, -1});
    return new org.apache.hadoop.fs.Path(file.toUri());
  }

  private FSDataInputStream opened() throws IOException {
    return FileSystem.getLocal(configuration).open(packed());
  }

  private DecodedInput decoded(RawInput raw, InputStream decoder) throws IOException {
    return new DecodedInput(new InputFile(packed(), configuration), raw, decoder);
  }

  /** What Hadoop's zstd throws where a frame is damaged is an error of the virtual machine. */
  @Test
  void namesTheFileWhateverADecoderThrows() throws IOException {
    for (Throwable thrown :
        new Throwable[] {
          new InternalError("Unknown frame descriptor"),
          new IllegalStateException("Unknown frame descriptor"),
          new IOException("Unknown frame descriptor")
        }) {
      InputStream decoder = throwing(thrown);
      try (RawInput raw = new RawInput(opened());
          DecodedInput in = decoded(raw, decoder)) {
        Failure failure = catchThrowableOfType(Failure.class, in::read);
        assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(failure)
            .hasMessageContainingAll("text.zst is cut or damaged", "frame", "zstd -t text.zst");
      }
    }
  }

  /** A disk that fails says nothing of the file. */
  @Test
  void leavesErrorsOfTheFileSystemAsTheyAre() throws IOException {
    FSDataInputStream file = opened();
    RawInput raw = new RawInput(file);
    file.close();
    try (DecodedInput in = decoded(raw, raw)) {
      assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("Stream is closed!");
    }
  }

  @Test
  void givesTheBytesOfTheDecoder() throws IOException {
    RawInput raw = new RawInput(opened());
    try (DecodedInput in = decoded(raw, raw)) {
      assertThat(in.read()).isEqualTo(7);
      assertThat(in.read()).isEqualTo(255);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  private static InputStream throwing(Throwable thrown) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (thrown instanceof Error error) {
          throw error;
        }
        if (thrown instanceof RuntimeException exception) {
          throw exception;
        }
        throw (IOException) thrown;
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        return read();
      }
    };
  }
}
