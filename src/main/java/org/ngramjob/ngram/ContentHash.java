// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for some bytes, by which outputs record what they were made with. */
public final class ContentHash {
  private static final int BYTES = 8;

  private ContentHash() {}

  /** The first 8 bytes of the SHA-256 of all parts in a row, as 16 hexadecimal digits. */
  public static String of(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
