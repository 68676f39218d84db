// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.bzip2.CBZip2OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class LineInputFormatTest {
  private static final String MAX_SPLIT = "mapreduce.input.fileinputformat.split.maxsize";

  @TempDir Path directory;
  private final Configuration configuration = new Configuration();

  private LineReading read(long splitBytes) throws IOException, InterruptedException {
    return read(splitBytes, CorpusSettings.of(List.of(directory.toUri().getPath())));
  }

  private LineReading read(long splitBytes, CorpusSettings settings)
      throws IOException, InterruptedException {
    configuration.setLong(MAX_SPLIT, splitBytes);
    return LineReading.of(configuration, settings);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(directory.resolve(name).getParent());
    Files.write(directory.resolve(name), bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void givesTheSameLinesForEverySplitSize() throws IOException, InterruptedException {
    // LF, CRLF, a lone CR, empty lines, three- and four-byte characters, no line end at the end.
    String text = "\n词性 是 动词\r\n\n\n磁性\r很强\n😀\r\n\r\nabc\n北京";
    write("a.txt", text);
    List<String> expected = Arrays.asList(text.split("\n", -1));
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;

    for (int size = 1; size <= bytes + 1; size++) {
      LineReading reading = read(size);
      assertThat(reading.lines).as("split size %d", size).isEqualTo(expected);
    }
    assertThat(read(1).splits).isEqualTo(bytes);
  }

  /** 110,000 bytes in records of 16 KiB, the byte order mark's line in one of its own. */
  @Test
  void givesManyLinesAtATime() throws IOException, InterruptedException {
    write("a.txt", "\uFEFF" + "0123456789\n".repeat(10_000));

    LineReading reading = read(1 << 20);

    assertThat(reading.lines).hasSize(10_000).containsOnly("0123456789");
    assertThat(reading.records).isEqualTo(8);
    assertThat(reading.offsets).startsWith(0L, 14L, 25L).endsWith(109_992L);
  }

  @Test
  void givesNoLineAfterALineEndAtTheEnd() throws IOException, InterruptedException {
    write("a.txt", "a\nb\n");

    for (int size = 1; size <= 5; size++) {
      assertThat(read(size).lines).as("split size %d", size).containsExactly("a", "b");
    }
  }

  @Test
  void offsetsArePlacesInTheFile() throws IOException, InterruptedException {
    write("a.txt", "词\n\nab\r\nc");

    for (int size = 1; size <= 11; size++) {
      // 词 has three bytes.
      assertThat(read(size).offsets).as("split size %d", size).containsExactly(0L, 4L, 5L, 9L);
    }
  }

  @Test
  void dropsAByteOrderMarkAtTheStartOfAFileOnly() throws IOException, InterruptedException {
    write("a.txt", "\uFEFF词\n\uFEFF性\n");

    for (int size = 1; size <= 16; size++) {
      assertThat(read(size).lines).as("split size %d", size).containsExactly("词", "\uFEFF性");
    }
  }

  @Test
  void splitsBzip2AtAnyPlaceWithoutLosingOrRepeatingALine()
      throws IOException, InterruptedException {
    List<String> expected = randomLines(700_000);
    byte[] compressed = bzip2(String.join("\n", expected) + "\n");
    write("a.bz2", compressed);
    int size = compressed.length;

    for (int part : new int[] {size, size / 2, size / 3, size / 7 + 1, size / 20, size / 20 + 1}) {
      LineReading reading = read(part);
      assertThat(reading.splits).isGreaterThanOrEqualTo(size / part);
      assertThat(reading.lines).as("split size %d", part).isEqualTo(expected);
    }
  }

  @Test
  void cutsBzip2ExactlyAroundTheStartOfABlock() throws IOException {
    List<String> expected = randomLines(250_000);
    byte[] compressed = bzip2(String.join("\n", expected));
    write("a.bz2", compressed);
    List<Integer> blocks = blockStarts(compressed);
    assertThat(blocks).hasSizeGreaterThan(2);

    for (int block : blocks) {
      for (int cut = Math.max(1, block - 2); cut <= block + 8; cut++) {
        List<String> lines = part("a.bz2", 0, cut);
        lines.addAll(part("a.bz2", cut, compressed.length - cut));
        assertThat(lines).as("cut at %d, block at %d", cut, block).isEqualTo(expected);
      }
    }
  }

  private List<String> part(String file, long start, long length) throws IOException {
    List<String> lines = new ArrayList<>();
    org.apache.hadoop.fs.Path path =
        new org.apache.hadoop.fs.Path(directory.resolve(file).toString());
    Text line = new Text();
    try (FilePart part =
        FilePart.open(path, start, length, CorpusSettings.of(List.of(file)), configuration)) {
      while (part.next(line)) {
        lines.add(line.toString());
      }
    }
    return lines;
  }

  /** In the smallest blocks the format has, 100 kB of text, to have many of them. */
  private static byte[] bzip2(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    compressed.write('B');
    compressed.write('Z');
    try (OutputStream out = new CBZip2OutputStream(compressed, 1)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return compressed.toByteArray();
  }

  /** Bytes in which the 48 bits 0x314159265359 begin, at whatever bit. */
  private static List<Integer> blockStarts(byte[] compressed) {
    List<Integer> starts = new ArrayList<>();
    long window = 0;
    for (int bit = 0; bit < compressed.length * 8; bit++) {
      int value = compressed[bit / 8] >> (7 - bit % 8) & 1;
      window = (window << 1 | value) & 0xFFFF_FFFF_FFFFL;
      if (bit >= 47 && window == 0x3141_5926_5359L) {
        starts.add((bit - 47) / 8);
      }
    }
    return starts;
  }

  private static List<String> randomLines(int bytes) {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int total = 0; total < bytes; ) {
      StringBuilder line = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        line.append((char) (0x4E00 + random.nextInt(3000)));
      }
      lines.add(line.toString());
      total += 3 * line.length() + 1;
    }
    return lines;
  }

  @Test
  void readsGzipWhole() throws IOException, InterruptedException {
    byte[] member = gzip("词\n性\n");
    byte[] two = Arrays.copyOf(member, 2 * member.length);
    System.arraycopy(member, 0, two, member.length, member.length);
    write("a.gz", two);

    LineReading reading = read(5);

    assertThat(reading.splits).isEqualTo(1);
    assertThat(reading.lines).containsExactly("词", "性", "词", "性");
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void namesACutGzipFileAndTheRemedy() throws IOException {
    byte[] whole = gzip(String.join("\n", randomLines(20_000)));
    write("cut.gz", Arrays.copyOf(whole, whole.length / 2));

    assertDamaged("cut.gz", "gzip -t cut.gz");
  }

  @Test
  void namesADamagedGzipFile() throws IOException {
    byte[] whole = gzip(String.join("\n", randomLines(20_000)));
    Arrays.fill(whole, whole.length / 2, whole.length / 2 + 50, (byte) 0);
    write("bad.gz", whole);

    assertDamaged("bad.gz", "gzip -t bad.gz");
  }

  @Test
  void namesTextThatCallsItselfGzip() throws IOException {
    write("text.gz", "词性 是 动词\n");

    assertDamaged("text.gz", "gzip -t text.gz");
  }

  @Test
  void namesACutBzip2File() throws IOException {
    byte[] whole = bzip2(String.join("\n", randomLines(100_000)));
    write("cut.bz2", Arrays.copyOf(whole, whole.length / 2));

    assertDamaged("cut.bz2", "bzip2 -t cut.bz2");
  }

  /** Up to the last block all is well, and a reader of blocks finds no more. */
  @Test
  void namesABzip2FileCutBetweenBlocks() throws IOException {
    byte[] whole = bzip2(String.join("\n", randomLines(250_000)));
    List<Integer> blocks = blockStarts(whole);
    write("cut.bz2", Arrays.copyOf(whole, blocks.get(blocks.size() - 1)));

    assertDamaged("cut.bz2", "it does not end as bzip2); check it with bzip2 -t cut.bz2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"词性\n", "词性 是 动词 很 强\n"})
  void namesTextThatCallsItselfBzip2(String text) throws IOException {
    write("text.bz2", text);

    assertDamaged("text.bz2", "bzip2 -t text.bz2");
  }

  private void assertDamaged(String file, String remedy) {
    Failure failure = catchThrowableOfType(Failure.class, () -> read(1 << 20));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining(file).hasMessageContaining(remedy);
  }

  @Test
  void skipsAndCountsOverlongLines() throws IOException, InterruptedException {
    // The limit is 4 bytes: 12345 is over it, 1234 is not.
    write("a.txt", "1234\n12345\nab\n123456789\nc\n123456");
    List<String> inputs = List.of(directory.toUri().getPath());
    CorpusSettings settings =
        new CorpusSettings(inputs, TextEncoding.UTF8, 4, 0.01, SpecialWordPolicy.SKIP);

    for (int size = 1; size <= 34; size++) {
      LineReading reading = read(size, settings);
      assertThat(reading.lines).as("split size %d", size).containsExactly("1234", "ab", "c");
      assertThat(reading.count(LineCounter.OVERLONG_LINES)).as("split size %d", size).isEqualTo(3);
      assertThat(reading.count(LineCounter.LINES)).isEqualTo(3);
    }
  }

  @Test
  void readsPastALineOf50MegabytesInLittleMemory() throws IOException, InterruptedException {
    byte[] chunk = new byte[1 << 20];
    Arrays.fill(chunk, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(directory.resolve("a.txt"))) {
      out.write("first\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 50; i++) {
        out.write(chunk);
      }
      out.write("\nlast\n".getBytes(StandardCharsets.UTF_8));
    }

    LineReading reading = read(8 << 20);

    assertThat(reading.lines).containsExactly("first", "last");
    assertThat(reading.count(LineCounter.OVERLONG_LINES)).isEqualTo(1);
    assertThat(reading.splits).isGreaterThan(5);
  }

  @Test
  void goesOnAfterAnOverlongLineThatFillsSeveralBuffers() throws IOException, InterruptedException {
    write("a.txt", "first\n" + "x".repeat(200_000) + "\nlast\n");
    List<String> inputs = List.of(directory.toUri().getPath());

    LineReading reading =
        read(
            1 << 20,
            new CorpusSettings(inputs, TextEncoding.UTF8, 1000, 0.01, SpecialWordPolicy.SKIP));

    assertThat(reading.splits).isEqualTo(1);
    assertThat(reading.lines).containsExactly("first", "last");
    assertThat(reading.count(LineCounter.OVERLONG_LINES)).isEqualTo(1);
  }

  @Test
  void combinesSmallFilesInTheOrderOfTheirPaths() throws IOException, InterruptedException {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String line = String.format(java.util.Locale.ROOT, "line %02d", i);
      write(String.format(java.util.Locale.ROOT, "%02d.txt", i), line);
      expected.add(line);
    }

    LineReading together = read(128 << 20);
    // 7 bytes a file: twenty files or so fill 140 bytes.
    LineReading apart = read(140);

    assertThat(together.splits).isEqualTo(1);
    assertThat(together.lines).isEqualTo(expected);
    assertThat(apart.splits).isBetween(5, 7);
    assertThat(apart.lines).isEqualTo(expected);
  }

  @Test
  void readsBelowDirectoriesAndLeavesOutHiddenNames() throws IOException, InterruptedException {
    write("day=1/a.txt", "a\n");
    write("day=1/_SUCCESS", "no\n");
    write("day=2/hour=3/b.txt", "b\n");
    write(".hidden/c.txt", "no\n");
    write("empty.txt", "");

    assertThat(read(1 << 20).lines).containsExactly("a", "b");
  }
}
