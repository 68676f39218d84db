// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * File systems of a few megabytes, in memory, where tasks of the cluster have their local files.
 * Only root may mount them; where that is not allowed, the test that asks for one is skipped.
 */
final class SmallDisk implements AutoCloseable {
  private static final int NODES = 2;

  private final List<Path> mounted = new ArrayList<>();

  private SmallDisk() {}

  /** One on every node; jobs that begin now have their files there. */
  static SmallDisk underTasks() throws IOException, InterruptedException {
    SmallDisk disk = new SmallDisk();
    for (int node = 1; node <= NODES; node++) {
      Path users = RealCluster.STATE.resolve("node" + node).resolve("local/usercache");
      Path tasks = users.resolve(System.getProperty("user.name")).resolve("appcache");
      Files.createDirectories(tasks);
      Assumptions.assumeTrue(mount(tasks), "this user cannot mount a file system");
      disk.mounted.add(tasks);
    }
    return disk;
  }

  private static boolean mount(Path directory) throws InterruptedException {
    try {
      return run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", directory.toString()) == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }

  /** Leaves no byte free. */
  void fill() throws IOException {
    for (Path directory : mounted) {
      byte[] block = new byte[4096];
      Arrays.fill(block, (byte) 1);
      try (OutputStream out = Files.newOutputStream(directory.resolve("filling"))) {
        while (true) {
          out.write(block);
        }
      } catch (IOException e) {
        if (!String.valueOf(e.getMessage()).contains("No space left")) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path directory : mounted) {
      try {
        // Lazily: a container may still be on its way out.
        run("umount", "-l", directory.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
