// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;

/**
 * What is left of processes that were killed and could not remove their temporary directories:
 * spills are as large as the text, copies as the model.
 */
public final class Remains {
  private Remains() {}

  /**
   * Removes directories of the same user that lie beside this one, if their names say that their
   * processes are dead. What cannot be removed stays.
   */
  public static void removeBeside(Path own) {
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(own.getParent(), TemporaryName.GLOB)) {
      UserPrincipal user = Files.getOwner(own);
      DriverProcess self = DriverProcess.self();
      for (Path other : others) {
        if (TemporaryName.isOfDeadProcess(other.getFileName().toString(), self)) {
          removeOf(user, other);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // This run does without.
      return;
    }
  }

  private static void removeOf(UserPrincipal user, Path directory) {
    try {
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user)) {
        remove(directory);
      }
    } catch (IOException e) {
      // Another driver removes the same, or it may not be read: the next one may have more luck.
      return;
    }
  }

  /** Removes a directory with all that is in it; follows no links. */
  public static void remove(Path directory) throws IOException {
    Files.walkFileTree(directory, new Remover());
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException error)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
