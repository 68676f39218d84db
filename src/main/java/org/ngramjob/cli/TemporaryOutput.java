// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.pipeline.LocalDisk;
import org.ngramjob.settings.Framework;

/**
 * The output of a job whose result is printed: where tasks can write, in the user's home directory
 * on a cluster, in the temporary directory of this machine otherwise. Gone when closed. Its name is
 * hidden: the text may lie in the same directory.
 */
final class TemporaryOutput implements AutoCloseable {
  private final Path path;
  private final Configuration configuration;

  private TemporaryOutput(Path path, Configuration configuration) {
    this.path = path;
    this.configuration = configuration;
  }

  /** A name that nothing has yet. */
  static TemporaryOutput of(String command, Configuration configuration) throws IOException {
    String name = ".ngram-job-" + command + "-" + UUID.randomUUID();
    Path parent;
    if (Framework.isLocal(configuration)) {
      parent = new Path(LocalDisk.temporary(configuration).toUri());
    } else {
      parent = new Path(".").getFileSystem(configuration).getHomeDirectory();
    }
    return new TemporaryOutput(new Path(parent, name), configuration);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    path.getFileSystem(configuration).delete(path, true);
  }
}
