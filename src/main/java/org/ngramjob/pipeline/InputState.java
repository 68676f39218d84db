// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Objects;

/**
 * What an input looked like when a stage read it.
 *
 * @param path as given to the stage
 * @param files number of files, hidden ones left out
 * @param bytes their total length
 * @param state the fingerprint in the input's manifest if a stage has made it; else a digest of its
 *     files' paths, lengths and modification times
 */
public record InputState(String path, long files, long bytes, String state) {
  public InputState {
    Objects.requireNonNull(path, "input path");
    Objects.requireNonNull(state, "input state");
    if (files < 0 || bytes < 0) {
      throw new IllegalArgumentException(
          "input "
              + path
              + ": files ("
              + files
              + ") and bytes ("
              + bytes
              + ") must not be negative");
    }
  }
}
