// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.Lz4Codec;
import org.apache.hadoop.io.compress.SnappyCodec;
import org.apache.hadoop.security.AccessControlException;
import org.ngramjob.diagnosis.AccessDenied;
import org.ngramjob.diagnosis.OwnDisk;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A file of text, compressed or not: how it is opened, and what is said where it is no good. */
public final class InputFile {
  private final Path path;
  private final FileSystem fileSystem;
  private final CompressionCodec codec;

  /** The file at a path, compressed as its name says. */
  public InputFile(Path path, Configuration configuration) throws IOException {
    this.path = path;
    this.fileSystem = path.getFileSystem(configuration);
    this.codec = new CompressionCodecFactory(configuration).getCodec(path);
  }

  /** What unpacks it; null where it is plain text. */
  CompressionCodec codec() {
    return codec;
  }

  /** A way to read a file. */
  interface Opening<T> {
    T open(RawInput raw) throws IOException;
  }

  /**
   * The whole text, unpacked.
   *
   * @throws Failure if the file cannot be opened or is none of its format, also while it is read
   */
  public InputStream open() throws IOException {
    return open(
        raw -> {
          checkEnds(raw, 0, Long.MAX_VALUE);
          return codec == null ? raw : new DecodedInput(this, raw, codec.createInputStream(raw));
        });
  }

  /**
   * The file opened in some way.
   *
   * @throws Failure if that cannot be, for want of permission, of what its format asks for, or of a
   *     working codec
   */
  <T> T open(Opening<T> opening) throws IOException {
    RawInput raw = openRaw();
    try {
      return opening.open(raw);
    } catch (IOException e) {
      raw.close();
      if (codec == null || raw.hasFailed()) {
        throw e;
      }
      throw damaged(e);
    } catch (RuntimeException | LinkageError e) {
      raw.close();
      if (codec == null || e instanceof Failure) {
        throw e;
      }
      // bzip2's needs nothing but Java, and reads a block before anyone asks for it.
      throw codec instanceof BZip2Codec ? damaged(e) : withoutCodec(e);
    }
  }

  private RawInput openRaw() throws IOException {
    try {
      return new RawInput(fileSystem.open(path));
    } catch (AccessControlException e) {
      throw AccessDenied.ofInput(path.toString(), e);
    } catch (FileNotFoundException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "input "
              + path
              + " cannot be opened: "
              + e.getMessage()
              + OwnDisk.remedy(path.toString(), fileSystem.getConf()),
          e);
    }
  }

  /**
   * Looks at the ends of the file that lie in {@code [start, end)}, where its format has some that
   * nobody else looks at.
   */
  void checkEnds(RawInput raw, long start, long end) throws IOException {
    if (codec instanceof BZip2Codec) {
      long length = fileSystem.getFileStatus(path).getLen();
      if (start == 0) {
        BzipEnds.checkHead(raw, length);
      }
      if (end >= length) {
        BzipEnds.checkTail(raw, length);
      }
    } else if (isInBlocks() && !BlockHead.isHadoops(raw, fileSystem.getFileStatus(path).getLen())) {
      throw foreign();
    }
  }

  private boolean isInBlocks() {
    return codec instanceof SnappyCodec || codec instanceof Lz4Codec;
  }

  /**
   * Looks for bytes behind what a decoder has called the end of the text: for Hadoop's Snappy and
   * LZ4 that is any block of no text, whatever follows.
   */
  void checkNothingFollows(RawInput raw) throws IOException {
    if (isInBlocks() && raw.read() >= 0) {
      throw Failure.badInput(
          "input "
              + path
              + " goes on behind the end that "
              + codec.getClass().getSimpleName()
              + " has written; if it is several files put together, give them one by one, else unpack"
              + " it");
    }
  }

  private Failure foreign() {
    return Failure.badInput(
        "input "
            + path
            + " is not packed as Hadoop's "
            + codec.getClass().getSimpleName()
            + " packs text, other programs do it otherwise; unpack the file or compress it with"
            + " gzip or bzip2");
  }

  private Failure withoutCodec(Throwable cause) {
    return new Failure(
        ExitCode.BAD_INPUT,
        "input "
            + path
            + " needs the codec "
            + codec.getClass().getSimpleName()
            + ", which does not work here ("
            + cause.getMessage()
            + "); unpack the file or compress it with gzip or bzip2",
        cause);
  }

  /** The file does not hold what its format asks for. */
  Failure damaged(Throwable cause) {
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
}
