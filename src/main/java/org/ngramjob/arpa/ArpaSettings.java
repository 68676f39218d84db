// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What tasks must know of the model.
 *
 * @param tables directory of its shards
 * @param buckets number of its buckets
 */
record ArpaSettings(Path tables, int buckets) {
  private static final String TABLES = "ngramjob.arpa.tables";
  private static final String BUCKETS = "ngramjob.arpa.buckets";

  static ArpaSettings readFrom(Configuration configuration) {
    return new ArpaSettings(new Path(configuration.get(TABLES)), configuration.getInt(BUCKETS, 0));
  }

  void writeTo(Configuration configuration) {
    configuration.set(TABLES, tables.toString());
    configuration.setInt(BUCKETS, buckets);
  }
}
