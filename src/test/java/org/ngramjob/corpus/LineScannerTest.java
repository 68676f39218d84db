// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class LineScannerTest {
  private static CorpusSettings settings(int maxLineBytes) {
    return new CorpusSettings(
        List.of("a"), TextEncoding.UTF8, maxLineBytes, 0.01, SpecialWordPolicy.SKIP);
  }

  /** What scanners of the parts of a text have found, one part after the other. */
  private record Found(List<String> lines, List<Long> starts, List<Long> bytes) {
    Found() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(LineScanner scanner) throws IOException {
      Text line = new Text();
      while (scanner.next(line)) {
        lines.add(scanner.isOverlong() ? "over-long" : line.toString());
        starts.add(scanner.lineStart());
        bytes.add(scanner.lineBytes());
        assertThat(scanner.isOverlong() && line.getLength() > 0).isFalse();
      }
      assertThat(scanner.next(line)).isFalse();
      assertThat(line.getLength()).isZero();
    }
  }

  /** A stream that gives at most so many bytes at once, as sockets do. */
  private static final class Trickle extends ByteArrayInputStream {
    private final int most;

    Trickle(byte[] bytes, int start, int most) {
      super(bytes, start, bytes.length - start);
      this.most = most;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
      return super.read(buffer, from, Math.min(length, most));
    }
  }

  private static void scan(
      byte[] text, int start, int end, int atOnce, CorpusSettings settings, Found found)
      throws IOException {
    PlainSource source = new PlainSource(new Trickle(text, start, atOnce), start, end);
    try (LineScanner scanner = new LineScanner(source, start == 0, settings, "input a")) {
      found.add(scanner);
    }
  }

  private static Found scan(byte[] text, int atOnce, CorpusSettings settings, int... cuts)
      throws IOException {
    Found found = new Found();
    int start = 0;
    for (int cut : cuts) {
      scan(text, start, cut, atOnce, settings, found);
      start = cut;
    }
    scan(text, start, text.length, atOnce, settings, found);
    return found;
  }

  /** Three parts, cut at every two places, read some bytes at a time. */
  @Test
  void givesEveryLineToOnePartHoweverAFileIsCutAndRead() throws IOException {
    byte[] text = "\n词\nab\r\n\n\nx".getBytes(UTF_8);
    for (int first = 1; first <= text.length; first++) {
      for (int second = first; second <= text.length; second++) {
        for (int atOnce : new int[] {1, 2, 3, 100}) {
          Found found = scan(text, atOnce, settings(100), first, second);
          assertThat(found.lines())
              .as("cut at %d and %d, %d at once", first, second, atOnce)
              .containsExactly("", "词", "ab\r", "", "", "x");
          // 词 has three bytes: its line ends at 4, that of ab and CR at 8.
          assertThat(found.starts()).containsExactly(0L, 1L, 5L, 9L, 10L, 11L);
          assertThat(found.bytes()).containsExactly(0L, 3L, 3L, 0L, 0L, 1L);
        }
      }
    }
  }

  /** Lines of 0 to 8 bytes where 4 are allowed. */
  @Test
  void givesEveryOverlongLineOnce() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String line = "x".repeat(random.nextInt(9));
        text.append(line).append('\n');
        expected.add(line.length() > 4 ? "over-long" : line);
      }
      int[] cuts = random.ints(4, 1, text.length() + 1).sorted().toArray();
      int atOnce = 1 + random.nextInt(12);

      Found found = scan(text.toString().getBytes(UTF_8), atOnce, settings(4), cuts);

      assertThat(found.lines())
          .as("%s cut at %s, %d at once", text, Arrays.toString(cuts), atOnce)
          .isEqualTo(expected);
    }
  }

  @Test
  void endsALineOfTheLongestLengthAllowed() throws IOException {
    Found found = scan("1234\n12345\n1234".getBytes(UTF_8), 3, settings(4));

    assertThat(found.lines()).containsExactly("1234", "over-long", "1234");
    assertThat(found.bytes()).containsExactly(4L, 5L, 4L);
  }

  /** A line that never ends would keep the task busy with the bytes of all parts behind it. */
  @Test
  void leavesAnOverlongLineWhereThePartEnds() throws IOException {
    Endless source = new Endless();
    try (LineScanner scanner = new LineScanner(source, true, settings(100), "input a")) {
      Text line = new Text();
      assertThat(scanner.next(line)).isTrue();
      assertThat(scanner.isOverlong()).isTrue();
      assertThat(line.getLength()).isZero();
      // 60 inside, and the first 60 behind the part that make it too long.
      assertThat(scanner.lineBytes()).isEqualTo(120);
      assertThat(scanner.next(line)).isFalse();
      assertThat(source.reads).isEqualTo(2);
    }
    assertThat(source.closed).isTrue();
  }

  /** Sixty letters at a time, the first sixty inside the part. */
  private static final class Endless implements ChunkSource {
    private int reads;
    private boolean closed;

    @Override
    public int read(byte[] buffer) {
      reads++;
      Arrays.fill(buffer, 0, 60, (byte) 'x');
      return 60;
    }

    @Override
    public boolean inside() {
      return reads == 1;
    }

    @Override
    public long start() {
      return 0;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void dropsAByteOrderMarkOfTheFileButCountsItsBytes() throws IOException {
    byte[] text = "\uFEFFa\n\uFEFFb".getBytes(UTF_8);
    for (int cut = 1; cut <= text.length; cut++) {
      Found found = scan(text, 2, settings(100), cut);
      assertThat(found.lines()).as("cut at %d", cut).containsExactly("a", "\uFEFFb");
      assertThat(found.starts()).containsExactly(0L, 5L);
      assertThat(found.bytes()).containsExactly(4L, 4L);
    }
  }

  /** A mark of the same two bytes may stand in the middle of a file that is not. */
  @Test
  void refusesUtf16AtTheBeginningOfAFileOnly() throws IOException {
    byte[] text = {
      (byte) 0xFE, (byte) 0xFF, (byte) 0x8B, (byte) 0xCD, '\n', (byte) 0xFE, (byte) 0xFF
    };
    Failure failure = catchThrowableOfType(Failure.class, () -> scan(text, 100, settings(100)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage("input a is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");

    Found found = new Found();
    scan(text, 4, text.length, 100, settings(100), found);
    assertThat(found.bytes()).containsExactly(2L);
  }

  @Test
  void findsNothingInAnEmptyFile() throws IOException {
    assertThat(scan(new byte[0], 100, settings(100)).lines()).isEmpty();
  }
}
