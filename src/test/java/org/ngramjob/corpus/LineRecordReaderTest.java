// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CodecPool;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapred.JobConf;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes one record, and what the framework is told; {@link LineInputFormatTest} has lines.
 */
class LineRecordReaderTest {
  @TempDir Path directory;

  /** Of the one kind that a context takes as it is, so that both see what is set. */
  private final Configuration configuration = new JobConf();

  private final LineReading reading = new LineReading();
  private final List<org.apache.hadoop.fs.Path> files = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();

  /** Adds a part of a new file to the split. */
  private void part(String name, String text, long start, long length) throws IOException {
    Path file = Files.writeString(directory.resolve(name), text);
    files.add(new org.apache.hadoop.fs.Path(file.toUri()));
    starts.add(start);
    lengths.add(length);
  }

  private void file(String name, String text) throws IOException {
    part(name, text, 0, text.getBytes(UTF_8).length);
  }

  private LineRecordReader reader() {
    CombineFileSplit split =
        new CombineFileSplit(
            files.toArray(org.apache.hadoop.fs.Path[]::new),
            starts.stream().mapToLong(Long::longValue).toArray(),
            lengths.stream().mapToLong(Long::longValue).toArray(),
            new String[0]);
    // Lines of ten bytes and more are too long.
    new CorpusSettings(List.of("a"), TextEncoding.UTF8, 9, 0.01, SpecialWordPolicy.SKIP)
        .writeTo(configuration);
    LineRecordReader reader = new LineRecordReader();
    reader.initialize(split, reading.context(configuration));
    return reader;
  }

  /** {@code PLACE:TEXT} of every record. */
  private List<String> records() throws IOException {
    List<String> records = new ArrayList<>();
    try (LineRecordReader reader = reader()) {
      while (reader.nextKeyValue()) {
        records.add(reader.getCurrentKey() + ":" + reader.getCurrentValue());
      }
      assertThat(reader.nextKeyValue()).isFalse();
      assertThat(reader.getCurrentValue().getLength()).isZero();
    }
    return records;
  }

  /** A byte order mark is left out, an over-long line too: then places can no longer be counted. */
  @Test
  void endsARecordWhereThePlaceOfTheNextLineIsUnclear() throws IOException {
    file("a", "\uFEFFab\nc\n0123456789\n\nd\ne");
    // A mark of three bytes, ab and LF are 6, c and LF 2, the long line and LF 11.
    assertThat(records()).containsExactly("0:ab", "6:c", "19:\nd\ne");
    assertThat(reading.count(LineCounter.LINES)).isEqualTo(1);
    assertThat(reading.count(LineCounter.OVERLONG_LINES)).isEqualTo(1);
    assertThat(reading.count(LineCounter.BYTES)).isEqualTo(10);
  }

  @Test
  void makesNoRecordOfOverlongLinesOnly() throws IOException {
    file("a", "0123456789\n0123456789a\n");
    file("b", "");
    assertThat(records()).isEmpty();
    assertThat(reading.count(LineCounter.OVERLONG_LINES)).isEqualTo(2);
    assertThat(reading.count(LineCounter.BYTES)).isEqualTo(21);
  }

  /** An empty line is a record like any other. */
  @Test
  void neverPutsLinesOfTwoFilesIntoOneRecord() throws IOException {
    file("a", "1\n2");
    file("b", "\n");
    part("c", "x\n3\n4\n5\n", 1, 4);
    assertThat(records()).containsExactly("0:1\n2", "0:", "2:3\n4");
  }

  /** Two bytes, and 8191 times LF and one byte more, are 16 KiB. */
  @Test
  void completesARecordAt16Kibibytes() throws IOException {
    file("a", "xx\n" + "x\n".repeat(8193));
    assertThat(records()).containsExactly("0:xx" + "\nx".repeat(8191), "16385:x\nx");
  }

  @Test
  void namesTheFileThatIsRead() throws IOException {
    file("a", "1");
    file("b", "2");
    try (LineRecordReader reader = reader()) {
      assertThat(CurrentFile.get(configuration)).isEqualTo("the input");
      for (String name : List.of("/a", "/b")) {
        assertThat(reader.nextKeyValue()).isTrue();
        assertThat(CurrentFile.get(configuration)).endsWith(name);
      }
    }
  }

  /** 64 KiB, as much as is read at once, of the first file, and twice as much of the second. */
  @Test
  void tellsTheShareOfTheBytesOfAllFiles() throws IOException {
    file("a", "x\n".repeat(1 << 15));
    file("b", "y\n".repeat(1 << 16));
    try (LineRecordReader reader = reader()) {
      assertThat(reader.getProgress()).isZero();
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getProgress()).isEqualTo(1 / 3f);
      while (reader.getCurrentValue().charAt(0) == 'x') {
        assertThat(reader.nextKeyValue()).isTrue();
      }
      assertThat(reader.getProgress()).isEqualTo(2 / 3f);
      while (reader.nextKeyValue()) {
        assertThat(reader.getProgress()).isBetween(2 / 3f, 1f);
      }
      assertThat(reader.getProgress()).isEqualTo(1);
    }
  }

  @Test
  void isDoneWithNothingAtOnce() throws IOException {
    try (LineRecordReader reader = reader()) {
      assertThat(reader.getProgress()).isEqualTo(1);
      assertThat(reader.nextKeyValue()).isFalse();
    }
  }

  /** Seen by what unpacks them, of which Hadoop knows how many are in use. */
  @Test
  void closesEveryFile() throws IOException {
    CompressionCodec codec =
        new CompressionCodecFactory(configuration)
            .getCodec(new org.apache.hadoop.fs.Path("a.deflate"));
    for (String name : List.of("a.deflate", "b.deflate")) {
      try (OutputStream out =
          codec.createOutputStream(Files.newOutputStream(directory.resolve(name)))) {
        out.write("x\n".repeat(20_000).getBytes(UTF_8));
      }
      files.add(new org.apache.hadoop.fs.Path(directory.resolve(name).toUri()));
      starts.add(0L);
      lengths.add(Files.size(directory.resolve(name)));
    }
    int before = CodecPool.getLeasedDecompressorsCount(codec);
    LineRecordReader reader = reader();
    while (reader.nextKeyValue()) {
      assertThat(CodecPool.getLeasedDecompressorsCount(codec)).isBetween(before, before + 1);
    }
    assertThat(CodecPool.getLeasedDecompressorsCount(codec)).isEqualTo(before);

    LineRecordReader stopped = reader();
    assertThat(stopped.nextKeyValue()).isTrue();
    assertThat(CodecPool.getLeasedDecompressorsCount(codec)).isEqualTo(before + 1);
    stopped.close();
    assertThat(CodecPool.getLeasedDecompressorsCount(codec)).isEqualTo(before);
    stopped.close();
  }
}
