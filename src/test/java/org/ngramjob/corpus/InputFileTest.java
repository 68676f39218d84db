// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class InputFileTest {
  private static final String LINE = "词性 是 动词\n";
  private static final String TEXT = LINE.repeat(100_000);

  @TempDir Path directory;
  private final Configuration configuration = new Configuration();

  private InputFile file(String name, byte[] bytes) throws IOException {
    Path path = Files.write(directory.resolve(name), bytes);
    return new InputFile(new org.apache.hadoop.fs.Path(path.toUri()), configuration);
  }

  private byte[] packed(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressionCodecFactory(configuration)
            .getCodec(new org.apache.hadoop.fs.Path(name))
            .createOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String read(InputFile file) throws IOException {
    try (InputStream in = file.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.gz", "a.bz2", "a.snappy"})
  void unpacksWhatHadoopHasPacked(String name) throws IOException {
    for (String text : new String[] {"", "a", TEXT}) {
      byte[] bytes = name.endsWith(".txt") ? text.getBytes(UTF_8) : packed(name, text);
      assertThat(read(file(name, bytes))).isEqualTo(text);
    }
  }

  private static byte[] blocks(int length, int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int number : numbers) {
      bytes.putInt(number);
    }
    return bytes.array();
  }

  /**
   * Which Hadoop's reader would take for empty files, or for gigabytes: it is not fetched badly.
   */
  @Test
  void refusesSnappyOfAnotherKind() throws IOException {
    byte[] framed = {
      (byte) 0xff, 6, 0, 0, 's', 'N', 'a', 'P', 'p', 'Y', 1, 5, 0, 0, 1, 1, 1, 1, 'a'
    };
    byte[] negative = blocks(108, -5, 7);
    byte[] negativeAlone = blocks(4, -5);
    byte[] noChunk = blocks(8, 5);
    byte[] negativeChunk = blocks(108, 5, -7);
    // 6 + 1 + 32 bytes are the most that Snappy makes of 6.
    byte[] chunkOutOfProportion = blocks(108, 6, 40);
    byte[] moreBehindNoText = blocks(5, 0);
    for (byte[] bytes :
        new byte[][] {
          framed,
          negative,
          negativeAlone,
          noChunk,
          negativeChunk,
          chunkOutOfProportion,
          moreBehindNoText
        }) {
      refused(file("a.snappy", bytes), "a.snappy is not packed as Hadoop's SnappyCodec", "unpack");
    }
  }

  /** The reader stops at a block of no text, whatever follows. */
  @Test
  void losesNoTextBehindABlockOfNone() throws IOException {
    byte[] sound = packed("a.snappy", TEXT);
    byte[] bytes = ByteBuffer.allocate(4 + sound.length).putInt(0).put(sound).array();
    refused(file("a.snappy", bytes), "a.snappy is not packed as Hadoop's SnappyCodec", "unpack");
  }

  /** A frame of the lz4 command begins with a number that could be a length of text. */
  @Test
  void refusesLz4OfAnotherKind() throws IOException {
    byte[] framed = blocks(108, 0x04224d18, 0x6440a705);
    refused(file("a.lz4", framed), "a.lz4 is not packed as Hadoop's Lz4Codec", "unpack");
  }

  /** The last one's chunk is one byte longer than what is there. */
  @Test
  void refusesCutSnappy() throws IOException {
    for (byte[] bytes :
        new byte[][] {{1}, blocks(6, 5), blocks(8, 5, 7), blocks(14, 5, 7), blocks(46, 6, 39)}) {
      refused(file("a.snappy", bytes), "a.snappy is cut or damaged", "fetch it again");
    }
    byte[] sound = packed("a.snappy", "a");
    refused(file("a.snappy", Arrays.copyOf(sound, sound.length - 1)), "ends within its first");
  }

  /**
   * Hadoop ends a file whose text came in large pieces by a block of no text, where its reader ends
   * too: of files put together, as by {@code -getmerge}, all but the first were lost.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "a", LINE})
  void losesNoTextOfFilesPutTogether(String more) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(packed("a.snappy", TEXT));
    assertThat(read(file("a.snappy", bytes.toByteArray()))).isEqualTo(TEXT);
    bytes.write(packed("a.snappy", more));
    refused(file("a.snappy", bytes.toByteArray()), "a.snappy goes on behind the end", "one by one");
  }

  /**
   * Hadoop's bzip2 reads the first block before anyone asks for it; what it says there is no want
   * of a codec. Every bit of that block's head is wrong once.
   */
  @Test
  void aDamagedFirstBlockIsNoMissingCodec() throws IOException {
    byte[] sound = packed("a.bz2", TEXT);
    for (int bit = 0; bit < 200; bit++) {
      byte[] bytes = sound.clone();
      bytes[14 + bit / 8] ^= (byte) (1 << bit % 8);
      refused(file("a.bz2", bytes), "a.bz2 is cut or damaged", "bzip2 -t a.bz2");
    }
  }

  private static void refused(InputFile file, String... words) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(file));
    assertThat(failure).isNotNull();
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContainingAll(words);
  }
}
