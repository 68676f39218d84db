// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.util.List;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files a job reads.
 *
 * @param roots what the user named, globs resolved, without repetition, in order
 * @param files all files at and below the roots that hold something, ordered by path
 * @param bytes their total length
 */
public record Inputs(List<Path> roots, List<LocatedFileStatus> files, long bytes) {
  public Inputs {
    roots = List.copyOf(roots);
    files = List.copyOf(files);
  }
}
