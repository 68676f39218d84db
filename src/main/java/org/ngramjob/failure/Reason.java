// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why the local file system refuses, in words: Java's errors say it by their type alone. */
public final class Reason {
  private Reason() {}

  /** A few words to stand in brackets behind the name of the file. */
  public static String of(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (error instanceof NoSuchFileException) {
      return "there is no such directory";
    }
    if (error instanceof NotDirectoryException) {
      return "not a directory";
    }
    String reason =
        error instanceof FileSystemException local && local.getReason() != null
            ? local.getReason()
            : error.getMessage();
    return reason == null ? error.getClass().getSimpleName() : reason;
  }
}
