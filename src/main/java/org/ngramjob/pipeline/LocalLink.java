// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A name that a file of a local disk gets only if nothing has it: a rename would replace. */
final class LocalLink {
  private LocalLink() {}

  /**
   * Gives a whole file a second name at once.
   *
   * @return false if there is something by that name
   * @throws NoSuchFileException if the file is no longer there
   */
  static boolean create(Path name, Path file) throws IOException {
    try {
      Files.createLink(name, file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Such disks as memory cards have no hard links.
      return copy(name, Files.readAllBytes(file));
    }
  }

  /** Leaves nothing half-written under the name. */
  static boolean copy(Path name, byte[] content) throws IOException {
    try {
      Files.createFile(name);
    } catch (FileAlreadyExistsException e) {
      return false;
    }
    boolean whole = false;
    try {
      Files.write(name, content, StandardOpenOption.WRITE);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(name);
      }
    }
    return true;
  }
}
