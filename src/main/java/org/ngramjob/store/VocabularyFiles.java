// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.LocalDisk;
import org.ngramjob.pipeline.PartFiles;
import org.ngramjob.temporary.TemporaryDirectory;
import org.ngramjob.trie.BucketTable;

/** The files of a vocabulary's directory on any file system. */
public final class VocabularyFiles {
  private final FileSystem fileSystem;
  private final Path directory;

  /** The files of this directory, which need not be there yet. */
  public VocabularyFiles(Path directory, Configuration configuration) throws IOException {
    this.directory = directory;
    this.fileSystem = directory.getFileSystem(configuration);
  }

  /**
   * Maps the part files; those of a remote file system by way of a copy that is gone afterwards.
   */
  public List<VocabularyFile> parts() throws IOException {
    List<VocabularyFile> files = new ArrayList<>();
    for (FileStatus status : partFiles()) {
      files.add(part(status.getPath()));
    }
    return files;
  }

  /**
   * Looks at the checksums in the part files where they lie on a local disk. Those of other file
   * systems are copied before they are mapped, and then looked at by these.
   */
  void verifyLocal() throws IOException {
    if (isLocal()) {
      for (VocabularyFile part : parts()) {
        part.verify();
      }
    }
  }

  /** Where the part files are. */
  public List<FileStatus> partFiles() throws IOException {
    return PartFiles.list(fileSystem, directory);
  }

  /** Maps one part file, by way of a copy if it is not on the local disk. */
  public VocabularyFile part(Path part) throws IOException {
    return isLocal() ? VocabularyFile.open(LocalDisk.path(part)) : openCopy(part);
  }

  /** Whether the directory has a file of this name. */
  public boolean has(String name) throws IOException {
    return fileSystem.exists(new Path(directory, name));
  }

  /** What the vocabulary says about itself. */
  public VocabularyHeader header() throws IOException {
    return VocabularyHeader.fromJson(
        new String(read(VocabularyHeader.FILE), StandardCharsets.UTF_8),
        new Path(directory, VocabularyHeader.FILE).toString());
  }

  /** How the order of contexts is cut into buckets. */
  public BucketTable buckets() throws IOException {
    return BucketTable.fromBytes(
        read(BucketTable.FILE), new Path(directory, BucketTable.FILE).toString());
  }

  /** Copies all files into a directory that holds none of them yet. */
  public void copyTo(Path target, Configuration configuration) throws IOException {
    FileSystem other = target.getFileSystem(configuration);
    if (fileSystem instanceof LocalFileSystem here && other instanceof LocalFileSystem there) {
      KernelCopy.directory(here, directory, there, target);
    } else if (!FileUtil.copy(fileSystem, directory, other, target, false, false, configuration)) {
      throw new IOException("cannot copy " + directory + " to " + target);
    }
  }

  /**
   * All bytes of a file.
   *
   * @throws Failure with exit code 3 if there is none
   */
  public byte[] read(String name) throws IOException {
    Path file = new Path(directory, name);
    if (!fileSystem.exists(file)) {
      throw Failure.badInput(
          "no vocabulary in "
              + directory
              + ": it has no "
              + name
              + "; give a directory that the vocabulary command wrote");
    }
    try (InputStream in = fileSystem.open(file)) {
      return in.readAllBytes();
    }
  }

  private boolean isLocal() {
    return LocalDisk.holds(fileSystem);
  }

  private VocabularyFile openCopy(Path part) throws IOException {
    try (TemporaryDirectory directoryOfCopy = new TemporaryDirectory();
        InputStream in = fileSystem.open(part)) {
      java.nio.file.Path copy = directoryOfCopy.path().resolve(part.getName());
      Files.copy(in, copy);
      return VocabularyFile.open(copy, part.toString());
    }
  }
}
