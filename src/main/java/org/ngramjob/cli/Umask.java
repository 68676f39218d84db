// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What others may not do with new files. Hadoop has a setting of its own for that and never asks
 * the process, not even on a local disk: whoever keeps files private with {@code umask 077} would
 * publish them.
 */
final class Umask {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String UMASK = "Umask:";

  private Umask() {}

  /** Makes the setting as strict as the process is; one that was typed stays as it is. */
  static void applyTo(Configuration configuration) throws IOException {
    String[] sources = configuration.getPropertySources(FsPermission.UMASK_LABEL);
    boolean typed =
        sources != null && sources.length > 0 && sources[sources.length - 1].contains("command");
    if (!typed) {
      int strict = FsPermission.getUMask(configuration).toShort() | ofProcess();
      FsPermission.setUMask(configuration, new FsPermission((short) strict));
    }
  }

  /** Java does not tell it, but Linux does, and anywhere else a new directory. */
  static int ofProcess() throws IOException {
    if (Files.isReadable(STATUS)) {
      OptionalInt umask = of(Files.readAllLines(STATUS));
      if (umask.isPresent()) {
        return umask.getAsInt();
      }
    }
    return ofNewDirectory();
  }

  /** What Linux says of a process, a line a field; old kernels leave this one out. */
  static OptionalInt of(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith(UMASK))
        .mapToInt(line -> Integer.parseInt(line.substring(UMASK.length()).strip(), 8))
        .findFirst();
  }

  static int ofNewDirectory() throws IOException {
    Path parent = Files.createTempDirectory("ngram-job-umask");
    Path probe = Files.createDirectory(parent.resolve("probe"));
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(probe);
      int umask = 0;
      // From the owner's reading, the highest bit, to everybody's executing.
      for (PosixFilePermission permission : PosixFilePermission.values()) {
        umask = 2 * umask + (granted.contains(permission) ? 0 : 1);
      }
      return umask;
    } catch (UnsupportedOperationException e) {
      return 0;
    } finally {
      Files.delete(probe);
      Files.delete(parent);
    }
  }
}
