// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;

/**
 * The local disk under another scheme: to this program, a file system like HDFS, where no rename
 * replaces a file. Settings make it fail as disks and clusters do.
 */
public final class OtherDisk extends RawLocalFileSystem {
  public static final String SCHEME = "other";

  /** Whoever the user is. */
  public static final String HOME = "/user/test";

  private static final String IMPLEMENTATION = "fs.other.impl";
  private static final String FAILING_RENAME = "test.other.failing-rename";
  private static final String BUSY = "test.other.busy";
  private static final String STUCK = "test.other.stuck";
  private static final String FULL = "test.other.full";
  private static final String FORBIDDEN = "test.other.forbidden";

  private final Map<String, CountDownLatch> made = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> removed = new ConcurrentHashMap<>();
  private boolean failed;

  /** One that works. */
  public static Configuration configuration() {
    Configuration configuration = new Configuration();
    configuration.set(IMPLEMENTATION, OtherDisk.class.getName());
    // Else a test would get one that another has set up.
    configuration.setBoolean(IMPLEMENTATION + ".disable.cache", true);
    return configuration;
  }

  /** One that refuses, once, to give what has a certain name another. */
  public static Configuration failingToRename(String name) {
    return with(FAILING_RENAME, name);
  }

  /** One that does not let go of what has a certain name. */
  public static Configuration failingToRemove(String name) {
    return with(BUSY, name);
  }

  /** One that keeps what has a certain name, and does not say so, as local disks do. */
  public static Configuration keeping(String name) {
    return with(STUCK, name);
  }

  /** One on which files can be made, but while a marker stands, nothing is written into them. */
  public static Configuration fullWhile(java.nio.file.Path marker) {
    return with(FULL, marker.toString());
  }

  /** One that lets nobody, not even root, read what has a certain name. */
  public static Configuration forbidding(String name) {
    return with(FORBIDDEN, name);
  }

  private static Configuration with(String setting, String value) {
    Configuration configuration = configuration();
    configuration.set(setting, value);
    return configuration;
  }

  /** The same path on this disk. */
  public static Path path(java.nio.file.Path path) {
    return new Path(SCHEME, "", path.toString());
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public Path getHomeDirectory() {
    return path(java.nio.file.Path.of(HOME));
  }

  /** Open once files of a name have been made so many times from now on. */
  public CountDownLatch made(String name, int times) {
    return made.computeIfAbsent(name, key -> new CountDownLatch(times));
  }

  /** Open once what has a name has been removed. */
  public CountDownLatch removed(String name) {
    return removed.computeIfAbsent(name, key -> new CountDownLatch(1));
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    if (!failed && from.getName().equals(getConf().get(FAILING_RENAME))) {
      failed = true;
      return false;
    }
    if (exists(to) && getFileStatus(to).isFile()) {
      return false;
    }
    return super.rename(from, to);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return withOwner(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    return Stream.of(super.listStatus(path)).map(OtherDisk::withOwner).toArray(FileStatus[]::new);
  }

  /** Hadoop's local status asks the disk who owns a file, and takes no other scheme. */
  private static FileStatus withOwner(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getAccessTime(),
        FsPermission.getDefault(),
        "test",
        "test",
        status.getPath());
  }

  /** All else may be read. */
  @Override
  public void access(Path path, FsAction mode) throws IOException {
    if (path.getName().equals(getConf().get(FORBIDDEN))) {
      throw new AccessControlException("Permission denied: user=x, access=" + mode);
    }
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    if (path.getName().equals(getConf().get(BUSY))) {
      throw new IOException("Device or resource busy");
    }
    if (path.getName().equals(getConf().get(STUCK))) {
      return false;
    }
    boolean deleted = super.delete(path, recursive);
    if (deleted && removed.containsKey(path.getName())) {
      removed(path.getName()).countDown();
    }
    return deleted;
  }

  @Override
  public FSDataOutputStream create(Path file, boolean overwrite) throws IOException {
    FSDataOutputStream out = super.create(file, overwrite);
    if (made.containsKey(file.getName())) {
      made.get(file.getName()).countDown();
    }
    String marker = getConf().get(FULL);
    if (marker == null || !Files.exists(java.nio.file.Path.of(marker))) {
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
