// SPDX-License-Identifier: Apache-2.0
package org.apache.hadoop.io;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;

/**
 * Stands in for Hadoop's class of this name in a cluster under Kerberos on a machine without
 * Hadoop's native library: that one refuses to work without it, and Maven's jars do not hold it.
 * This one asks Java who owns a file. Between the question and the opening somebody could exchange
 * the file, so it is for tests only.
 */
public class SecureIOUtils {
  private SecureIOUtils() {}

  /** Thrown by {@link #createForWrite}; part of the interface that Hadoop's own classes expect. */
  public static class AlreadyExistsException extends IOException {
    private static final long serialVersionUID = 1L;

    public AlreadyExistsException(String message) {
      super(message);
    }

    public AlreadyExistsException(Throwable cause) {
      super(cause);
    }
  }

  public static RandomAccessFile openForRandomRead(
      File file, String mode, String owner, String group) throws IOException {
    checkOwner(file, owner);
    return new RandomAccessFile(file, mode);
  }

  public static FSDataInputStream openFSDataInputStream(File file, String owner, String group)
      throws IOException {
    checkOwner(file, owner);
    return FileSystem.getLocal(new Configuration())
        .getRaw()
        .open(new org.apache.hadoop.fs.Path(file.getAbsolutePath()));
  }

  public static FileInputStream openForRead(File file, String owner, String group)
      throws IOException {
    checkOwner(file, owner);
    return new FileInputStream(file);
  }

  public static FileOutputStream createForWrite(File file, int permissions) throws IOException {
    Path path = file.toPath();
    try {
      Files.newOutputStream(path, StandardOpenOption.CREATE_NEW).close();
    } catch (java.nio.file.FileAlreadyExistsException e) {
      throw new AlreadyExistsException(e);
    }
    Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int i = 0; i < all.length; i++) {
      if ((permissions & (0400 >> i)) != 0) {
        granted.add(all[i]);
      }
    }
    Files.setPosixFilePermissions(path, granted);
    return new FileOutputStream(file);
  }

  private static void checkOwner(File file, String expected) throws IOException {
    if (expected != null) {
      String owner = Files.getOwner(file.toPath()).getName();
      if (!owner.equals(expected)) {
        throw new IOException(file + " belongs to " + owner + " and not to " + expected);
      }
    }
  }
}
