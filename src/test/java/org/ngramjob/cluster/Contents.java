// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files below a directory and their digests. */
final class Contents {
  /** They name the run: its time, its jobs. */
  private static final Set<String> ABOUT_THE_RUN = Set.of("_MANIFEST.json", "_SUCCESS");

  private Contents() {}

  /** Path below the directory to digest; everything but manifests and the framework's markers. */
  static SortedMap<String, String> of(Path directory, Configuration configuration)
      throws IOException {
    SortedMap<String, String> found = new TreeMap<>();
    FileSystem fileSystem = directory.getFileSystem(configuration);
    add(fileSystem, directory, "", found);
    return found;
  }

  private static void add(
      FileSystem fileSystem, Path directory, String prefix, SortedMap<String, String> found)
      throws IOException {
    for (FileStatus status : fileSystem.listStatus(directory)) {
      String name = status.getPath().getName();
      if (status.isDirectory()) {
        add(fileSystem, status.getPath(), prefix + name + "/", found);
      } else if (!ABOUT_THE_RUN.contains(name)) {
        found.put(prefix + name, digest(fileSystem, status.getPath()));
      }
    }
  }

  private static String digest(FileSystem fileSystem, Path file) throws IOException {
    try (InputStream in = fileSystem.open(file)) {
      DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digesting.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
