// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Refuses, once, to give what has a certain name another. */
public final class FailingRename extends OtherFileSystem {
  private static final String NAME = "test.failing-rename";

  private boolean failed;

  static Configuration configuration(String name) {
    Configuration configuration = new Configuration();
    configuration.set("fs.other.impl", FailingRename.class.getName());
    configuration.setBoolean("fs.other.impl.disable.cache", true);
    configuration.set(NAME, name);
    return configuration;
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (!failed && from.getName().equals(getConf().get(NAME))) {
      failed = true;
      return false;
    }
    return super.rename(from, to);
  }
}
