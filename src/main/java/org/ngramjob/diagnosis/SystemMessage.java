// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the operating system says of an error. Java passes on the words and not the error's number,
 * and {@code hadoop jar} runs in the user's language. The words of that language are found by
 * making the same error on purpose.
 */
public final class SystemMessage {
  /** Nobody reads what is written. */
  public static final SystemMessage BROKEN_PIPE =
      new SystemMessage("Broken pipe", SystemMessage::writeForNobody);

  static final SystemMessage NO_SPACE =
      new SystemMessage("No space left on device", SystemMessage::writeToFullDevice);

  static final SystemMessage IS_A_DIRECTORY =
      new SystemMessage("Is a directory", SystemMessage::readDirectory);

  static final SystemMessage PERMISSION_DENIED =
      new SystemMessage("Permission denied", SystemMessage::readWhatNobodyMay);

  /** Where it is about a file, Java puts the path before it and brackets around it. */
  private static final Pattern AROUND = Pattern.compile("^.* \\(|\\)$");

  private static final String FULL_DEVICE = "/dev/full";

  private final String english;
  private final Provocation provocation;

  SystemMessage(String english, Provocation provocation) {
    this.english = english;
    this.provocation = provocation;
  }

  /** Does what cannot be done. */
  @FunctionalInterface
  interface Provocation {
    void run() throws IOException;
  }

  /** Whether an error's message holds it, in English or in the language of this process. */
  public boolean isIn(String message) {
    return message.contains(english) || here().filter(message::contains).isPresent();
  }

  /** In the language of this process; empty where the system does not make the error. */
  Optional<String> here() {
    if (!canOpenFiles()) {
      return Optional.empty();
    }
    try {
      provocation.run();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage())
          .map(message -> AROUND.matcher(message).replaceAll(""))
          .filter(words -> !words.isBlank());
    }
  }

  /** Else whatever is tried would give the message for too many open files. */
  private static boolean canOpenFiles() {
    try (InputStream nothing = new FileInputStream("/dev/null")) {
      return nothing.read() < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void writeForNobody() throws IOException {
    Pipe pipe;
    try {
      pipe = Pipe.open();
    } catch (IOException e) {
      return; // Whatever this says is about another error.
    }
    try (Pipe.SinkChannel sink = pipe.sink()) {
      pipe.source().close();
      sink.write(ByteBuffer.allocate(1));
    }
  }

  private static void writeToFullDevice() throws IOException {
    OutputStream full;
    try {
      full = new FileOutputStream(FULL_DEVICE);
    } catch (IOException e) {
      return; // Only Linux has one, and not everybody may write there.
    }
    try (full) {
      full.write(0);
    }
  }

  private static void readDirectory() throws IOException {
    try (InputStream directory = new FileInputStream("/")) {
      directory.read();
    }
  }

  /** Root may: then only English is known. */
  private static void readWhatNobodyMay() throws IOException {
    Path file;
    try {
      file =
          Files.createTempFile(
              "ngram-job-", ".forbidden", PosixFilePermissions.asFileAttribute(Set.of()));
    } catch (IOException | UnsupportedOperationException e) {
      return; // Whatever this says is about another error.
    }
    try (InputStream forbidden = new FileInputStream(file.toFile())) {
      forbidden.read();
    } finally {
      Files.delete(file);
    }
  }
}
