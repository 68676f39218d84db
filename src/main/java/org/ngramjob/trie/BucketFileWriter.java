// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Writes a file of buckets: the bytes of each, one after another, then a footer that says where
 * each lies, its checksum, and what the writer wants to add. The bytes of a bucket do not depend on
 * the file it is in.
 */
public final class BucketFileWriter {
  static final int MAGIC = 0x4e47_4246; // "NGBF"

  private final OutputStream out;
  private final ByteWriter index = new ByteWriter(256);
  private final CRC32 checksum = new CRC32();
  private long position;
  private long length;
  private int buckets;

  public BucketFileWriter(OutputStream out) {
    this.out = out;
  }

  /** Appends bytes to the current bucket. */
  public void write(ByteWriter bytes) throws IOException {
    checksum.update(bytes.bytes(), 0, bytes.length());
    bytes.writeTo(out);
    length += bytes.length();
  }

  /** Ends the current bucket, of less than 2 GiB. */
  public void endBucket(int number) {
    if (length > Integer.MAX_VALUE) {
      throw new Failure(
          ExitCode.JOB_FAILED,
          "bucket "
              + number
              + " has "
              + length
              + " bytes, 2 GiB is the most; make the vocabulary again with a smaller"
              + " ngramjob.vocabulary.bucket-weight");
    }
    index.writeVarLong(number);
    index.writeVarLong(length);
    index.writeVarLong(checksum.getValue());
    position += length;
    buckets++;
    length = 0;
    checksum.reset();
  }

  /** Writes the footer with the given addition; the stream stays open. */
  public void finish(ByteWriter addition) throws IOException {
    ByteWriter footer = new ByteWriter(index.length() + addition.length() + 16);
    footer.writeVarLong(buckets);
    footer.write(index.bytes(), 0, index.length());
    footer.write(addition.bytes(), 0, addition.length());
    checksum.update(footer.bytes(), 0, footer.length());
    footer.writeTo(out);
    ByteWriter trailer = new ByteWriter(BucketFileFooter.TRAILER_BYTES);
    trailer.writeInt((int) (position >>> 32));
    trailer.writeInt((int) position);
    trailer.writeInt((int) checksum.getValue());
    trailer.writeInt(MAGIC);
    trailer.writeTo(out);
  }
}
