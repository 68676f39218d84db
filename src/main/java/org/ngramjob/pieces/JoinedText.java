// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;
import org.ngramjob.store.KernelCopy;

/**
 * A file joined from text and from {@link Pieces}, byte by byte. A piece is deleted as soon as it
 * is copied.
 *
 * <p>On local disks the pieces are copied inside the kernel; elsewhere they go through one stream.
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
      writeLocal(local, file, source);
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

  /** Deleting a piece takes as long as copying it, so pieces are deleted in the background. */
  private void writeLocal(LocalFileSystem disk, Path file, LocalFileSystem source)
      throws IOException {
    CompletableFuture<Void> deleted = CompletableFuture.completedFuture(null);
    try (FileChannel out = KernelCopy.create(disk, file)) {
      for (Part part : parts) {
        if (part.piece == null) {
          ByteBuffer text = ByteBuffer.wrap(part.text);
          while (text.hasRemaining()) {
            out.write(text);
          }
        } else {
          KernelCopy.append(source, part.piece, out);
          deleted = deleted.thenRunAsync(() -> deleteUnchecked(part));
        }
      }
    }
    try {
      deleted.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw e;
    }
  }

  private void deleteUnchecked(Part part) {
    try {
      delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(Part part) throws IOException {
    pieces.fileSystem().delete(part.piece.getPath(), false);
  }
}
