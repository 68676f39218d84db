// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.junit.jupiter.api.Test;

/** Every way to read: what fails is remembered, and what goes well afterwards clears it. */
class RawInputTest {
  /** A way to read. */
  private interface Reading {
    int read(RawInput raw) throws IOException;
  }

  /** Four bytes, 0 to 3, on a disk that can be broken. */
  private static final class Disk extends FSInputStream {
    private boolean broken;
    private long position;

    private void check() throws IOException {
      if (broken) {
        throw new IOException("Input/output error");
      }
    }

    @Override
    public int read() throws IOException {
      check();
      return position < 4 ? (int) position++ : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = 0;
      for (int next = read(); next >= 0; next = read < length ? read() : -1) {
        buffer[from + read++] = (byte) next;
      }
      return read == 0 ? -1 : read;
    }

    @Override
    public void seek(long place) throws IOException {
      check();
      position = place;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public boolean seekToNewSource(long place) {
      return place == 3;
    }
  }

  private static Map<String, Reading> readings() {
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put("one byte", RawInput::read);
    readings.put("bytes", raw -> raw.read(new byte[2], 0, 2));
    readings.put("skipped bytes", raw -> (int) raw.skip(2));
    readings.put(
        "a place",
        raw -> {
          raw.seek(2);
          return (int) raw.getPos();
        });
    readings.put("bytes at a place", raw -> raw.read(1, new byte[2], 0, 2));
    readings.put(
        "all bytes at a place",
        raw -> {
          byte[] bytes = new byte[3];
          raw.readFully(1, bytes, 1, 2);
          return bytes[0] + 10 * bytes[1] + 100 * bytes[2];
        });
    readings.put(
        "a buffer at a place",
        raw -> {
          byte[] bytes = new byte[2];
          raw.readFully(1, bytes);
          return bytes[0] + 10 * bytes[1];
        });
    return readings;
  }

  @Test
  void gives() throws IOException {
    Map<String, Integer> given = new LinkedHashMap<>();
    for (Map.Entry<String, Reading> reading : readings().entrySet()) {
      try (RawInput raw = new RawInput(new FSDataInputStream(new Disk()))) {
        given.put(reading.getKey(), reading.getValue().read(raw));
        assertThat(raw.hasFailed()).as(reading.getKey()).isFalse();
      }
    }
    // The bytes at 1 and 2 are 1 and 2, in the last three as digits of a number.
    assertThat(given)
        .containsExactly(
            Map.entry("one byte", 0),
            Map.entry("bytes", 2),
            Map.entry("skipped bytes", 2),
            Map.entry("a place", 2),
            Map.entry("bytes at a place", 2),
            Map.entry("all bytes at a place", 210),
            Map.entry("a buffer at a place", 21));
  }

  @Test
  void remembersWhetherTheLastReadFailed() throws IOException {
    for (Map.Entry<String, Reading> reading : readings().entrySet()) {
      String name = reading.getKey();
      Disk disk = new Disk();
      try (RawInput raw = new RawInput(new FSDataInputStream(disk))) {
        disk.broken = true;
        assertThatThrownBy(() -> reading.getValue().read(raw))
            .as(name)
            .hasMessage("Input/output error");
        assertThat(raw.hasFailed()).as(name).isTrue();
        disk.broken = false;
        reading.getValue().read(raw);
        assertThat(raw.hasFailed()).as(name).isFalse();
      }
    }
  }

  /** The end of the file is no failure: nobody has said that there is more. */
  @Test
  void hasNotFailedAtTheEnd() throws IOException {
    try (RawInput raw = new RawInput(new FSDataInputStream(new Disk()))) {
      raw.seek(4);
      assertThat(raw.read()).isEqualTo(-1);
      assertThat(raw.read(new byte[2], 0, 2)).isEqualTo(-1);
      assertThat(raw.hasFailed()).isFalse();
      assertThat(raw.seekToNewSource(3)).isTrue();
      assertThat(raw.seekToNewSource(2)).isFalse();
    }
  }
}
