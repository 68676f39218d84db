// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpa.ArpaImportStage;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.arpafile.ImportProgress;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.UserDictionary;
import org.ngramjob.temporary.TemporaryDirectory;

/**
 * The directory of a model that a command was given: its own, or one made of an ARPA file in a
 * temporary directory on the local disk, which is removed in the end.
 */
final class FoundModel implements AutoCloseable {
  /** What cuts text for an ARPA file of which nothing else is known. */
  static final String SEGMENTER = "whitespace";

  private final Path directory;
  private final TemporaryDirectory temporary;
  private final long leftOut;

  private FoundModel(Path directory, TemporaryDirectory temporary, long leftOut) {
    this.directory = directory;
    this.temporary = temporary;
    this.leftOut = leftOut;
  }

  /**
   * Finds a model directory, that in a directory of train, or reads an ARPA file.
   *
   * @param option under which it was given, for messages
   */
  static FoundModel find(String option, String given, Configuration configuration)
      throws IOException {
    Path path = Directories.path(option, given);
    return Directories.isFile(path, configuration)
        ? ofArpa(path, Defects.stopping(), configuration)
        : new FoundModel(
            Directories.find(option, given, DirectoryKind.MODEL, configuration), null, 0);
  }

  /** Reads an ARPA file. */
  static FoundModel ofArpa(Path file, Defects defects, Configuration configuration)
      throws IOException {
    TemporaryDirectory temporary = new TemporaryDirectory();
    try {
      ArpaImport.Result read =
          ArpaImportStage.read(
              file,
              SegmenterSettings.of(SEGMENTER),
              UserDictionary.NONE,
              defects,
              ArpaImport.Target.local(temporary.path()),
              ImportProgress.NONE,
              configuration);
      return new FoundModel(new Path(temporary.path().toUri()), temporary, read.leftOut());
    } catch (IOException | RuntimeException e) {
      temporary.close();
      throw e;
    }
  }

  /** The model directory; with a scheme. */
  Path directory() {
    return directory;
  }

  /** Says so where not all of an ARPA file has become part of the model. */
  void noteLeftOut(Console console) {
    if (leftOut > 0) {
      console.err().println(leftOut + " n-grams across sentences (<s> inside) are left out");
    }
  }

  @Override
  public void close() {
    if (temporary != null) {
      temporary.close();
    }
  }
}
