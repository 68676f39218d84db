// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;

/** The lines of {@code [start, start + length)} of one file; what is wrong with it in one line. */
final class FilePart implements Closeable {
  private final long start;
  private final long length;
  private final RawInput raw;
  private final LineScanner scanner;

  private FilePart(long start, long length, RawInput raw, LineScanner scanner) {
    this.start = start;
    this.length = length;
    this.raw = raw;
    this.scanner = scanner;
  }

  static FilePart open(
      Path path, long start, long length, CorpusSettings settings, Configuration configuration)
      throws IOException {
    InputFile file = new InputFile(path, configuration);
    return file.open(
        raw -> {
          file.checkEnds(raw, start, start + length);
          ChunkSource source = source(file, raw, start, length);
          LineScanner scanner = new LineScanner(source, start == 0, settings, "input " + path);
          return new FilePart(start, length, raw, scanner);
        });
  }

  private static ChunkSource source(InputFile file, RawInput raw, long start, long length)
      throws IOException {
    CompressionCodec codec = file.codec();
    if (codec == null) {
      raw.seek(start);
      return new PlainSource(raw, start, start + length);
    }
    return codec instanceof SplittableCompressionCodec splittable
        ? CompressedSource.part(file, splittable, raw, start, start + length)
        : CompressedSource.whole(file, raw);
  }

  boolean next(Text line) throws IOException {
    return scanner.next(line);
  }

  LineScanner scanner() {
    return scanner;
  }

  /** Share of the part's bytes that are read, 0 to 1. */
  double progress() throws IOException {
    return length == 0 ? 1 : Math.max(0, Math.min(1, (raw.getPos() - start) / (double) length));
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
