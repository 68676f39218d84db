// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class CurrentFileTest {
  private final Configuration configuration = new Configuration();

  @Test
  void isTheOneSetLast() {
    assertThat(CurrentFile.get(configuration)).isEqualTo("the input");
    CurrentFile.set(configuration, new Path("hdfs://cluster/a.txt"));
    CurrentFile.set(configuration, new Path("hdfs://cluster/b c.txt"));
    assertThat(CurrentFile.get(configuration)).isEqualTo("hdfs://cluster/b c.txt");
    assertThat(configuration.get("mapreduce.map.input.file")).isEqualTo("hdfs://cluster/b c.txt");
  }

  /** Of a setting, Hadoop would put the value in. */
  @Test
  void isNamedAsItIsWhateverItsName() {
    CurrentFile.set(configuration, new Path("/text/${user.name}.txt"));
    assertThat(CurrentFile.get(configuration)).isEqualTo("/text/${user.name}.txt");
  }
}
