// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;

/**
 * A file joined from text and from {@link Pieces}, byte by byte. A piece is deleted as soon as it
 * is copied.
 *
 * <p>On local disks every part has its place, known from the lengths, and the parts are copied side
 * by side inside the kernel; elsewhere they go through one stream.
 */
public final class JoinedText {
  private static final int BUFFER_BYTES = 1 << 20;

  /** Text, or a piece where there is none. */
  private static final class Part {
    final byte[] text;
    final FileStatus piece;

    Part(byte[] text, FileStatus piece) {
      this.text = text;
      this.piece = piece;
    }

    long length() {
      return piece == null ? text.length : piece.getLen();
    }
  }

  private final Pieces pieces;
  private final List<Part> parts = new ArrayList<>();

  public JoinedText(Pieces pieces) {
    this.pieces = pieces;
  }

  public void add(byte[] text) {
    parts.add(new Part(text, null));
  }

  /** All pieces of a section, in order. */
  public void addSection(int section) throws IOException {
    for (FileStatus piece : pieces.ofSection(section)) {
      parts.add(new Part(null, piece));
    }
  }

  /** Writes the file, which must not exist. */
  public void writeTo(Path file, Configuration configuration) throws IOException {
    FileSystem target = file.getFileSystem(configuration);
    if (target instanceof LocalFileSystem local
        && pieces.fileSystem() instanceof LocalFileSystem source) {
      local.mkdirs(file.getParent());
      writeLocal(local.pathToFile(file).toPath(), source);
      return;
    }
    try (OutputStream out = target.create(file, false)) {
      for (Part part : parts) {
        if (part.piece == null) {
          out.write(part.text);
        } else {
          try (InputStream in = pieces.fileSystem().open(part.piece.getPath())) {
            IOUtils.copyBytes(in, out, BUFFER_BYTES, false);
          }
          delete(part);
        }
      }
    }
  }

  private void writeLocal(java.nio.file.Path file, LocalFileSystem source) throws IOException {
    long[] begins = new long[parts.size()];
    for (int i = 1; i < begins.length; i++) {
      begins[i] = begins[i - 1] + parts.get(i - 1).length();
    }
    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW).close();
    try {
      IntStream.range(0, begins.length)
          .parallel()
          .forEach(i -> copy(parts.get(i), file, begins[i], source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void copy(Part part, java.nio.file.Path file, long begin, LocalFileSystem source) {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.position(begin);
      if (part.piece == null) {
        ByteBuffer text = ByteBuffer.wrap(part.text);
        while (text.hasRemaining()) {
          out.write(text);
        }
      } else {
        copy(source.pathToFile(part.piece.getPath()).toPath(), part.length(), out);
        delete(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(java.nio.file.Path piece, long length, FileChannel out)
      throws IOException {
    try (FileChannel in = FileChannel.open(piece)) {
      long copied = 0;
      while (copied < length) {
        long more = in.transferTo(copied, length - copied, out);
        if (more <= 0) {
          throw new EOFException(piece + " has " + copied + " bytes, not " + length);
        }
        copied += more;
      }
    }
  }

  private void delete(Part part) throws IOException {
    pieces.fileSystem().delete(part.piece.getPath(), false);
  }
}
