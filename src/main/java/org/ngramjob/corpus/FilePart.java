// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.security.AccessControlException;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.AccessDenied;

/** The lines of {@code [start, start + length)} of one file; what is wrong with it in one line. */
final class FilePart implements Closeable {
  private final Path path;
  private final long start;
  private final long length;
  private final RawInput raw;
  private final CompressionCodec codec;
  private final LineScanner scanner;

  private FilePart(
      Path path,
      long start,
      long length,
      RawInput raw,
      CompressionCodec codec,
      LineScanner scanner) {
    this.path = path;
    this.start = start;
    this.length = length;
    this.raw = raw;
    this.codec = codec;
    this.scanner = scanner;
  }

  static FilePart open(
      Path path, long start, long length, int maxLineBytes, Configuration configuration)
      throws IOException {
    RawInput raw = openRaw(path, configuration);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    try {
      ChunkSource source = source(raw, codec, start, length);
      LineScanner scanner = new LineScanner(source, start == 0, maxLineBytes);
      return new FilePart(path, start, length, raw, codec, scanner);
    } catch (IOException | RuntimeException | LinkageError e) {
      boolean damaged = codec != null && e instanceof IOException && !raw.hasFailed();
      raw.close();
      if (damaged) {
        throw damaged(path, codec, e);
      }
      if (codec != null && !(e instanceof IOException)) {
        throw new Failure(
            ExitCode.BAD_INPUT,
            "input "
                + path
                + " needs the codec "
                + codec.getClass().getSimpleName()
                + ", which does not work here ("
                + e.getMessage()
                + "); unpack the file or compress it with gzip or bzip2",
            e);
      }
      throw e;
    }
  }

  private static RawInput openRaw(Path path, Configuration configuration) throws IOException {
    try {
      return new RawInput(path.getFileSystem(configuration).open(path));
    } catch (AccessControlException e) {
      throw AccessDenied.ofInput(path.toString(), e);
    } catch (FileNotFoundException e) {
      throw new Failure(
          ExitCode.BAD_INPUT, "input " + path + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static ChunkSource source(RawInput raw, CompressionCodec codec, long start, long length)
      throws IOException {
    if (codec == null) {
      raw.seek(start);
      return new PlainSource(raw, start, start + length);
    }
    return codec instanceof SplittableCompressionCodec splittable
        ? CompressedSource.part(splittable, raw, start, start + length)
        : CompressedSource.whole(codec, raw);
  }

  boolean next(Text line) throws IOException {
    try {
      return scanner.next(line);
    } catch (IOException | RuntimeException e) {
      // Decoders throw whatever comes to hand at bytes they cannot make sense of.
      if (codec != null && !raw.hasFailed()) {
        throw damaged(path, codec, e);
      }
      throw e;
    }
  }

  LineScanner scanner() {
    return scanner;
  }

  /** Share of the part's bytes that are read, 0 to 1. */
  double progress() throws IOException {
    return length == 0 ? 1 : Math.max(0, Math.min(1, (raw.getPos() - start) / (double) length));
  }

  private static Failure damaged(Path path, CompressionCodec codec, Throwable cause) {
    String name = path.getName().toLowerCase(Locale.ROOT);
    String test =
        name.endsWith(".gz")
            ? "gzip -t"
            : name.endsWith(".bz2") ? "bzip2 -t" : name.endsWith(".zst") ? "zstd -t" : "";
    String remedy =
        test.isEmpty()
            ? "fetch it again"
            : "check it with " + test + " " + path.getName() + " and fetch it again";
    return new Failure(
        ExitCode.BAD_INPUT,
        "input "
            + path
            + " is cut or damaged ("
            + codec.getClass().getSimpleName()
            + ": "
            + cause.getMessage()
            + "); "
            + remedy,
        cause);
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
