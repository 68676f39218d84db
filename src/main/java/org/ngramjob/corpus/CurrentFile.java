// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.MRJobConfig;

/**
 * The file a map task is reading, for messages. A split may hold many; the reader writes down each
 * where Hadoop's own readers do.
 */
public final class CurrentFile {
  private CurrentFile() {}

  static void set(Configuration configuration, Path file) {
    configuration.set(MRJobConfig.MAP_INPUT_FILE, file.toString());
  }

  /** Its path, as messages and results show it. */
  public static String get(Configuration configuration) {
    String file = configuration.getRaw(MRJobConfig.MAP_INPUT_FILE);
    return file == null ? "the input" : file;
  }
}
