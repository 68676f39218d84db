// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of a sequence of fields; each is preceded by its length, so fields cannot run together.
 */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Sha256 add(String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
    return this;
  }

  Sha256 add(long field) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(field).flip());
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
