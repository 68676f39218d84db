// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.RealPath;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.Shards;

/**
 * Directories of counts that can be added up and taken away: of one order, of texts that were cut
 * alike, with all of their words.
 *
 * @param added at least one; the whole where something is taken away
 */
public record Parts(List<Path> added, List<Path> taken, NgramOrder order) {
  public Parts {
    added = List.copyOf(added);
    taken = List.copyOf(taken);
  }

  /**
   * Looks at headers only.
   *
   * @throws Failure with exit code 3 where two do not go together, naming both; with 2 where one is
   *     named twice
   */
  public static Parts read(List<Path> added, List<Path> taken, Configuration configuration)
      throws IOException {
    List<Path> all = new ArrayList<>(added);
    all.addAll(taken);
    refuseTwice(all, configuration);
    PartHeader first = PartHeader.read(all.get(0), configuration);
    for (Path directory : all.subList(1, all.size())) {
      first.refuseUnlessLike(PartHeader.read(directory, configuration));
    }
    return new Parts(added, taken, first.order());
  }

  /** Also not through a link, as one that is called {@code latest} beside the days. */
  private static void refuseTwice(List<Path> directories, Configuration configuration)
      throws IOException {
    Map<Path, Path> named = new HashMap<>();
    for (Path directory : directories) {
      Path other = named.putIfAbsent(RealPath.of(directory, configuration), directory);
      if (other != null) {
        throw Failure.usage(
            (directory.equals(other)
                    ? directory + " is named twice"
                    : other + " and " + directory + " are one directory")
                + "; name every directory of counts once");
      }
    }
  }

  /** What is added, then what is taken away. */
  List<Path> all() {
    List<Path> all = new ArrayList<>(added);
    all.addAll(taken);
    return all;
  }

  Terms terms() {
    return new Terms(added.size(), taken.size());
  }

  /** All of them, in the same order, as directories. */
  List<CountDirectory> directories(Configuration configuration) {
    return all().stream().map(path -> new CountDirectory(path, configuration)).toList();
  }

  /** What their shards hold. */
  long bytes(Configuration configuration) throws IOException {
    long bytes = 0;
    for (CountDirectory counts : directories(configuration)) {
      for (FileStatus part : Shards.list(counts.shards(), configuration)) {
        bytes += part.getLen();
      }
    }
    return bytes;
  }
}
