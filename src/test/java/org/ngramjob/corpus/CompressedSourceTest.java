// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CodecPool;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;

/** Whole files and parts with one block; {@link LineInputFormatTest} has parts with several. */
class CompressedSourceTest {
  private static final String TEXT = "词性 是 动词\n".repeat(10);

  @TempDir Path directory;
  private final Configuration configuration = new Configuration();
  private final byte[] buffer = new byte[100];

  private InputFile packed(String name) throws IOException {
    Path file = directory.resolve(name);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    try (OutputStream out =
        new CompressionCodecFactory(configuration)
            .getCodec(path)
            .createOutputStream(Files.newOutputStream(file))) {
      out.write(TEXT.getBytes(UTF_8));
    }
    return new InputFile(path, configuration);
  }

  private long bytes(String name) throws IOException {
    return Files.size(directory.resolve(name));
  }

  /** 18 bytes a line, 180 in all; at least one byte at a time, and at most 100. */
  private int readAll(CompressedSource source) throws IOException {
    int all = 0;
    for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
      assertThat(read).isBetween(1, 100);
      assertThat(source.inside()).isTrue();
      all += read;
    }
    return all;
  }

  @Test
  void givesAWholeFileAsInside() throws IOException {
    InputFile file = packed("a.deflate");
    try (CompressedSource source = file.open(raw -> CompressedSource.whole(file, raw))) {
      assertThat(source.start()).isZero();
      assertThat(readAll(source)).isEqualTo(180);
    }
  }

  /** What unpacks is shared by all files of a task: one that is not given back is made anew. */
  @Test
  void givesBackWhatUnpacks() throws IOException {
    InputFile file = packed("a.deflate");
    int before = CodecPool.getLeasedDecompressorsCount(file.codec());
    CompressedSource source = file.open(raw -> CompressedSource.whole(file, raw));
    assertThat(CodecPool.getLeasedDecompressorsCount(file.codec())).isEqualTo(before + 1);
    source.close();
    assertThat(CodecPool.getLeasedDecompressorsCount(file.codec())).isEqualTo(before);
  }

  private CompressedSource part(InputFile file, long start, long end) throws IOException {
    SplittableCompressionCodec codec = (SplittableCompressionCodec) file.codec();
    return file.open(raw -> CompressedSource.part(file, codec, raw, start, end));
  }

  @Test
  void givesABlockToThePartInWhichItBegins() throws IOException {
    InputFile file = packed("a.bz2");
    long length = bytes("a.bz2");
    try (CompressedSource source = part(file, 0, length / 2)) {
      assertThat(source.start()).isZero();
      assertThat(readAll(source)).isEqualTo(180);
    }
    try (CompressedSource source = part(file, length / 2, length)) {
      assertThat(source.read(buffer)).isEqualTo(-1);
    }
  }

  /** Hadoop's bzip2 stream looks for a block before it is asked for text. */
  @Test
  void givesBackWhatUnpacksWhereOpeningFails() throws IOException {
    InputFile file = packed("a.bz2");
    long length = bytes("a.bz2");
    int before = CodecPool.getLeasedDecompressorsCount(file.codec());
    assertThatThrownBy(() -> part(file, length + 1, length + 2)).isInstanceOf(EOFException.class);
    assertThat(CodecPool.getLeasedDecompressorsCount(file.codec())).isEqualTo(before);
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    packed("a.deflate");
    Path file = directory.resolve("a.deflate");
    Files.write(file, new byte[] {'t', 'e', 'x', 't'});
    InputFile text = new InputFile(new org.apache.hadoop.fs.Path(file.toUri()), configuration);
    try (CompressedSource source = text.open(raw -> CompressedSource.whole(text, raw))) {
      Failure failure = catchThrowableOfType(Failure.class, () -> source.read(buffer));
      assertThat(failure)
          .hasMessageContainingAll(
              "a.deflate is cut or damaged (DeflateCodec: incorrect header check)",
              "fetch it again");
    }
  }
}
