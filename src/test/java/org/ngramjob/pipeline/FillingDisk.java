// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;

/** Files can be made, but while a marker stands, nothing is written into them. */
public final class FillingDisk extends OtherFileSystem {
  private static final String MARKER = "test.full-marker";

  static Configuration configuration(Path marker) {
    Configuration configuration = new Configuration();
    configuration.set("fs.other.impl", FillingDisk.class.getName());
    configuration.setBoolean("fs.other.impl.disable.cache", true);
    configuration.set(MARKER, marker.toString());
    return configuration;
  }

  @Override
  public FSDataOutputStream create(org.apache.hadoop.fs.Path file, boolean overwrite)
      throws IOException {
    FSDataOutputStream out = super.create(file, overwrite);
    if (!Files.exists(Path.of(getConf().get(MARKER)))) {
      return out;
    }
    out.close();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) {
            throw noSpace();
          }

          @Override
          public void close() {
            throw noSpace();
          }
        };
    return new FSDataOutputStream(full, null);
  }

  /** Hadoop's own disks throw an error, not an exception, that only they can make. */
  private static FSError noSpace() {
    try {
      Constructor<FSError> constructor = FSError.class.getDeclaredConstructor(Throwable.class);
      constructor.setAccessible(true);
      return constructor.newInstance(new IOException("No space left on device"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
