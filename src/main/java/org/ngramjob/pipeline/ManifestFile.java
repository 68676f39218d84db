// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Where manifests stand, and their form as JSON. */
public final class ManifestFile {
  /** A manifest lists files, jobs and counters; one larger than this is not ours. */
  private static final long MAX_BYTES = 256L << 20;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ManifestFile() {}

  /** In the directory, or hidden beside an output that is one file. */
  static Path of(Path output, boolean isFile) {
    return isFile
        ? new Path(output.getParent(), "." + output.getName() + ".manifest.json")
        : new Path(output, Manifest.FILE_NAME);
  }

  /**
   * The manifest of an output, if it has one.
   *
   * @throws Failure with exit code 3 if there is one that cannot be read as such
   * @throws FileNotFoundException if there is no output
   */
  public static Optional<Manifest> readIfPresent(FileSystem fileSystem, Path output)
      throws IOException {
    return readFile(fileSystem, of(fileSystem, output));
  }

  /**
   * Where the manifest of an output stands, or would stand.
   *
   * @throws FileNotFoundException if there is no output
   */
  static Path of(FileSystem fileSystem, Path output) throws IOException {
    boolean isFile = fileSystem.getFileStatus(output).isFile();
    // Beside the file, not beside a link to it.
    return of(isFile ? RealPath.of(fileSystem, output) : output, isFile);
  }

  /**
   * The manifest in a file, if the file is there.
   *
   * @throws Failure with exit code 3 if it cannot be read as such
   */
  static Optional<Manifest> readFile(FileSystem fileSystem, Path file) throws IOException {
    FileStatus status;
    try {
      status = fileSystem.getFileStatus(file);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    if (status.isDirectory() || status.getLen() > MAX_BYTES) {
      throw unreadable(file, "it is a directory or too large", null);
    }
    byte[] json = new byte[(int) status.getLen()];
    try (FSDataInputStream in = fileSystem.open(file)) {
      in.readFully(0, json);
    }
    return Optional.of(parse(json, file));
  }

  static Manifest parse(byte[] json, Path file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      Manifest manifest = GSON.fromJson(text, Manifest.class);
      if (manifest == null) {
        throw unreadable(file, "it is empty", null);
      }
      return manifest;
    } catch (CharacterCodingException e) {
      throw unreadable(file, "it is not UTF-8", e);
    } catch (Failure e) {
      throw e;
    } catch (RuntimeException e) {
      // Gson wraps what a record's constructor throws; the innermost message names the field.
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw unreadable(file, OneLine.of(cause), e);
    }
  }

  static String format(Manifest manifest) {
    return GSON.toJson(manifest) + "\n";
  }

  static void write(FileSystem fileSystem, Path file, Manifest manifest) throws IOException {
    try (OutputStream out = fileSystem.create(file, true)) {
      out.write(format(manifest).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The files of an output by path; {@code output} may itself be a file. */
  static List<OutputFile> list(FileSystem fileSystem, Path output) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    FileStatus status = fileSystem.getFileStatus(output);
    if (status.isFile()) {
      files.add(new OutputFile("", status.getLen()));
    } else {
      collect(fileSystem, output, "", files);
      files.sort(Comparator.comparing(OutputFile::path));
    }
    return files;
  }

  private static void collect(
      FileSystem fileSystem, Path directory, String prefix, List<OutputFile> files)
      throws IOException {
    for (FileStatus status : fileSystem.listStatus(directory)) {
      String path = prefix + status.getPath().getName();
      if (status.isDirectory()) {
        collect(fileSystem, status.getPath(), path + "/", files);
      } else if (!path.equals(Manifest.FILE_NAME)) {
        files.add(new OutputFile(path, status.getLen()));
      }
    }
  }

  private static Failure unreadable(Path file, String reason, Throwable cause) {
    return new Failure(
        ExitCode.BAD_INPUT,
        file
            + " is not a manifest of ngram-job ("
            + reason
            + "): cut, edited or of another version; make the output again with --if-exists"
            + " overwrite",
        cause);
  }
}
