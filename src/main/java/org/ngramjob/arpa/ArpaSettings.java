// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What tasks must know of the model.
 *
 * @param tables directory of its shards
 */
record ArpaSettings(Path tables) {
  private static final String TABLES = "ngramjob.arpa.tables";

  /** Raw, because a path may hold {@code ${…}}, which Hadoop would replace. */
  static ArpaSettings readFrom(Configuration configuration) {
    return new ArpaSettings(new Path(configuration.getRaw(TABLES)));
  }

  void writeTo(Configuration configuration) {
    configuration.set(TABLES, tables.toString());
  }
}
