// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.settings.Framework;

/**
 * Files and directories that tasks read as local files and may map into memory.
 *
 * <p>On a cluster they travel through the distributed cache, one copy per node. The local runner
 * would put links into the user's working directory, so there a task gets the path of the original,
 * or of one copy if that is not on the local disk.
 *
 * <p>The stage calls {@link StageRun#ship}, the task {@link #local}.
 */
public final class TaskFiles {
  private static final String KEY_PREFIX = "ngramjob.pipeline.task-file.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private TaskFiles() {}

  /**
   * Where a shipped file or directory is on this machine.
   *
   * @throws IOException if nothing was shipped under this name
   */
  public static java.nio.file.Path local(Configuration configuration, String name)
      throws IOException {
    String path = configuration.getRaw(KEY_PREFIX + name);
    if (path == null) {
      throw new IOException("no file was shipped to this task under the name " + name);
    }
    return java.nio.file.Path.of(path).toAbsolutePath();
  }

  static void ship(Job job, String name, Path file, Scratch scratch, Path aside)
      throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name (" + name + ") must match " + NAME);
    }
    Configuration configuration = job.getConfiguration();
    FileSystem fileSystem = file.getFileSystem(configuration);
    Path qualified = fileSystem.makeQualified(file);
    boolean onLocalDisk = LocalDisk.holds(fileSystem);
    String key = KEY_PREFIX + name;
    if (Framework.isLocal(configuration)) {
      configuration.set(
          key,
          onLocalDisk
              ? qualified.toUri().getPath()
              : copyHere(qualified, name, scratch, configuration).toString());
      return;
    }
    Path shared = onLocalDisk ? copyThere(qualified, name, aside, configuration) : qualified;
    job.addCacheFile(link(shared, name));
    // The framework puts the link into the working directory of each task.
    configuration.set(key, name);
  }

  private static java.nio.file.Path copyHere(
      Path file, String name, Scratch scratch, Configuration configuration) throws IOException {
    java.nio.file.Path target = scratch.directory().resolve(distinct(file)).resolve(name);
    if (!java.nio.file.Files.exists(target)) {
      copy(file, new Path(target.toUri()), configuration);
    }
    return target;
  }

  private static Path copyThere(Path file, String name, Path aside, Configuration configuration)
      throws IOException {
    Path target = new Path(new Path(aside, distinct(file)), name);
    if (!target.getFileSystem(configuration).exists(target)) {
      copy(file, target, configuration);
    }
    return target.getFileSystem(configuration).makeQualified(target);
  }

  /** Two stages may ship different files under one name. */
  private static String distinct(Path file) {
    return new Sha256().add(file.toString()).hex().substring(0, 16);
  }

  private static void copy(Path from, Path to, Configuration configuration) throws IOException {
    FileSystem source = from.getFileSystem(configuration);
    FileSystem target = to.getFileSystem(configuration);
    if (!FileUtil.copy(source, from, target, to, false, true, configuration)) {
      throw new IOException("cannot copy " + from + " to " + to);
    }
  }

  /** The framework keeps these in one list, between commas. */
  private static URI link(Path path, String name) {
    URI uri = path.toUri();
    try {
      URI link = new URI(uri.getScheme(), uri.getAuthority(), uri.getPath(), null, name);
      return URI.create(link.toString().replace(",", "%2C"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("cannot ship " + path, e);
    }
  }
}
