// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
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

  /** 8192 lines of one byte and LF are 16383 bytes, one too few: the 8193rd completes a record. */
  @Test
  void completesARecordAt16Kibibytes() throws IOException {
    file("a", "x\n".repeat(8194));
    assertThat(records()).containsExactly("0:" + "x\n".repeat(8192) + "x", "16386:x");
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

  /** Four bytes of the first file, twelve of the second: a quarter, then the whole. */
  @Test
  void tellsTheShareOfTheBytesOfAllFiles() throws IOException {
    file("a", "abc\n");
    file("b", "0123\n56\n\n\n\n\n");
    try (LineRecordReader reader = reader()) {
      assertThat(reader.getProgress()).isZero();
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getProgress()).isEqualTo(0.25f);
      assertThat(reader.nextKeyValue()).isTrue();
      assertThat(reader.getProgress()).isEqualTo(1);
      assertThat(reader.nextKeyValue()).isFalse();
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

  @Test
  void canBeClosedInTheMiddleOfAFile() throws IOException {
    file("a", "x\n".repeat(20_000));
    LineRecordReader reader = reader();
    assertThat(reader.nextKeyValue()).isTrue();
    reader.close();
    assertThat(reader.nextKeyValue()).isFalse();
    reader.close();
  }
}
