// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.io.compress.CodecPool;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.hadoop.io.compress.SplitCompressionInputStream;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;

/**
 * The text of a compressed file: whole, or of the bzip2 blocks that begin in a part of it. A split
 * stream never gives bytes of two blocks in one read, and tells after a read where its block began.
 */
final class CompressedSource implements ChunkSource {
  /** Makes a source that reads through a decompressor and gives it back when it is closed. */
  private interface Opening {
    CompressedSource with(Decompressor decompressor) throws IOException;
  }

  private final InputStream in;
  private final Decompressor decompressor;
  private final SplitCompressionInputStream split;
  private boolean inside = true;

  private CompressedSource(
      InputStream in, Decompressor decompressor, SplitCompressionInputStream split) {
    this.in = in;
    this.decompressor = decompressor;
    this.split = split;
  }

  /** The text of a file that cannot be split. */
  static CompressedSource whole(InputFile file, RawInput raw) throws IOException {
    CompressionCodec codec = file.codec();
    return open(
        codec,
        decompressor -> {
          InputStream decoder = codec.createInputStream(raw, decompressor);
          return new CompressedSource(new DecodedInput(file, raw, decoder), decompressor, null);
        });
  }

  /** The text of the blocks that begin in a part of a file. */
  static CompressedSource part(
      InputFile file, SplittableCompressionCodec codec, RawInput raw, long start, long end)
      throws IOException {
    return open(
        codec,
        decompressor -> {
          SplitCompressionInputStream split =
              codec.createInputStream(
                  raw, decompressor, start, end, SplittableCompressionCodec.READ_MODE.BYBLOCK);
          return new CompressedSource(new DecodedInput(file, raw, split), decompressor, split);
        });
  }

  /** A codec may read, and find damage, before there is a source that could be closed. */
  private static CompressedSource open(CompressionCodec codec, Opening opening) throws IOException {
    Decompressor decompressor = CodecPool.getDecompressor(codec);
    boolean opened = false;
    try {
      CompressedSource source = opening.with(decompressor);
      opened = true;
      return source;
    } finally {
      if (!opened) {
        CodecPool.returnDecompressor(decompressor);
      }
    }
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    while (read == 0) {
      read = in.read(buffer, 0, buffer.length);
    }
    if (split != null) {
      inside = split.getPos() <= split.getAdjustedEnd();
    }
    return read;
  }

  @Override
  public boolean inside() {
    return inside;
  }

  @Override
  public long start() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      CodecPool.returnDecompressor(decompressor);
    }
  }
}
