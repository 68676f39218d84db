// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local disk under another scheme: to this room, a file system like HDFS. */
public class OtherFileSystem extends RawLocalFileSystem {
  static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.setClass(
        "fs.other.impl", OtherFileSystem.class, org.apache.hadoop.fs.FileSystem.class);
    return configuration;
  }

  @Override
  public URI getUri() {
    return URI.create("other:///");
  }

  @Override
  public String getScheme() {
    return "other";
  }
}
