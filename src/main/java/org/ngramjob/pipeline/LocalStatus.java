// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What is known of a file of a local disk. Who may do what with it is asked of Java, and only when
 * somebody wants to know: Hadoop, without its native library, starts {@code ls -ld} for that.
 */
final class LocalStatus extends FileStatus {
  private static final long serialVersionUID = 1L;
  private static final String MODE = "mode";
  private static final String OWNER = "owner";
  private static final String GROUP = "group";

  /** The permissions, and the bit that keeps others from removing a file. */
  private static final int STICKY_AND_PLAIN = 01777;

  private final transient FileStatus hadoops;
  private boolean asked;

  /** The same as Hadoop's, which has not been asked for permissions yet. */
  LocalStatus(FileStatus hadoops) {
    super(
        hadoops.getLen(),
        hadoops.isDirectory(),
        hadoops.getReplication(),
        hadoops.getBlockSize(),
        hadoops.getModificationTime(),
        hadoops.getAccessTime(),
        null,
        null,
        null,
        hadoops.getPath());
    this.hadoops = hadoops;
  }

  @Override
  public FsPermission getPermission() {
    ask();
    return super.getPermission();
  }

  @Override
  public String getOwner() {
    ask();
    return super.getOwner();
  }

  @Override
  public String getGroup() {
    ask();
    return super.getGroup();
  }

  private void ask() {
    if (asked) {
      return;
    }
    asked = true;
    try {
      Map<String, Object> found =
          Files.readAttributes(
              LocalDisk.path(getPath()), "unix:" + MODE + "," + OWNER + "," + GROUP);
      setPermission(new FsPermission((short) ((int) found.get(MODE) & STICKY_AND_PLAIN)));
      setOwner(((Principal) found.get(OWNER)).getName());
      setGroup(((Principal) found.get(GROUP)).getName());
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      // Not every system has modes, and Hadoop has words for a file that has just gone.
      setPermission(hadoops.getPermission());
      setOwner(hadoops.getOwner());
      setGroup(hadoops.getGroup());
    }
  }
}
