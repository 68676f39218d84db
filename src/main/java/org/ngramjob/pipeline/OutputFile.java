// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Objects;

/**
 * A file of an output.
 *
 * @param path relative to the output; empty if the output is this one file
 * @param bytes its length
 * @param sha256 hexadecimal digest of its content, see {@link FileDigest}; null where there is none
 */
public record OutputFile(String path, long bytes, String sha256) {
  public OutputFile {
    Objects.requireNonNull(path, "output path");
    if (bytes < 0) {
      throw new IllegalArgumentException(path + ": bytes (" + bytes + ") must not be negative");
    }
  }

  /** A file whose content is not looked at. */
  OutputFile(String path, long bytes) {
    this(path, bytes, null);
  }
}
