// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The text of a compressed file; what a decoder cannot make sense of is said in one line. */
final class DecodedInput extends FilterInputStream {
  private final InputFile file;
  private final RawInput raw;

  /**
   * Reads through a decoder.
   *
   * @param raw what the decoder reads
   */
  DecodedInput(InputFile file, RawInput raw, InputStream decoder) {
    super(decoder);
    this.file = file;
    this.raw = raw;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int read = read(one, 0, 1);
    return read < 0 ? read : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read;
    try {
      read = in.read(buffer, from, length);
    } catch (IOException | RuntimeException | InternalError e) {
      // Decoders throw whatever comes to hand at bytes they cannot make sense of; zstd's an error.
      if (raw.hasFailed()) {
        throw e;
      }
      throw file.damaged(e);
    }
    if (read < 0) {
      file.checkNothingFollows(raw);
    }
    return read;
  }
}
