// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Objects;

/**
 * A file of an output.
 *
 * @param path relative to the output; empty if the output is this one file
 * @param bytes its length
 */
public record OutputFile(String path, long bytes) {
  public OutputFile {
    Objects.requireNonNull(path, "output path");
    if (bytes < 0) {
      throw new IllegalArgumentException(path + ": bytes (" + bytes + ") must not be negative");
    }
  }
}
