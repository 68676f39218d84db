// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.arpafile.ImportProgress;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;
import org.ngramjob.store.WholeFile;

/**
 * An ARPA file in, plain or a gzip; out a model directory that answers as the file says. The driver
 * reads the file as a stream; no job is run.
 *
 * <p>Fails with exit code 3, naming the line, if the file is not what the format asks for.
 */
public final class ArpaImportStage implements Stage {
  private final Path file;
  private final SegmenterSettings segmenter;
  private final Optional<Path> userDictionary;
  private final Path output;

  /**
   * An import.
   *
   * @param segmenter that cut the text the file was made from
   * @param userDictionary the file of its user dictionary, if it has one
   */
  public ArpaImportStage(
      Path file, SegmenterSettings segmenter, Optional<Path> userDictionary, Path output) {
    this.file = file;
    this.segmenter = segmenter;
    this.userDictionary = userDictionary;
    this.output = output;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Path> inputs() {
    return sources();
  }

  /**
   * The file may have been ours before another program wrote it: the manifest beside it says
   * nothing then, and whether the file is whole, its own header and end do.
   */
  @Override
  public List<Path> sources() {
    return List.of(file);
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return Segmenters.determinants(segmenter);
  }

  @Override
  public void run(StageRun run) throws IOException {
    Configuration configuration = run.configuration();
    FileSystem fileSystem = run.directory().getFileSystem(configuration);
    ArpaImport.Target target = name -> fileSystem.create(new Path(run.directory(), name), false);
    UserDictionary words = words(configuration);
    ArpaImport.Result result =
        read(file, segmenter, words, Defects.stopping(), target, run::advance, configuration);
    ModelHeader header = result.header();
    if (segmenter.hasUserDictionary()) {
      String name = ModelDirectory.VOCABULARY + "/" + RecordedSegmenter.USER_DICTIONARY;
      try (var out = target.create(name)) {
        out.write(words.content());
      }
    }
    for (int n = 1; n <= header.order(); n++) {
      run.report("ngrams_" + n, header.ngrams().get(n - 1));
    }
    if (result.leftOut() > 0) {
      run.report("ngrams_across_sentences_left_out", result.leftOut());
    }
  }

  /** Makes the files of a model directory, but not its manifest, from a file on any file system. */
  public static ArpaImport.Result read(
      Path file,
      SegmenterSettings segmenter,
      UserDictionary words,
      Defects defects,
      ArpaImport.Target target,
      ImportProgress progress,
      Configuration configuration)
      throws IOException {
    String fingerprint = Segmenters.create(segmenter, words).fingerprint();
    FileSystem fileSystem = file.getFileSystem(configuration);
    try (InputStream in = fileSystem.open(file)) {
      return new ArpaImport(file.toString(), fingerprint, segmenter.toMap(), defects)
          .read(in, fileSystem.getFileStatus(file).getLen(), target, progress);
    }
  }

  private UserDictionary words(Configuration configuration) throws IOException {
    if (userDictionary.isEmpty()) {
      return UserDictionary.NONE;
    }
    Path dictionary = userDictionary.get();
    return UserDictionary.parse(WholeFile.bytes(dictionary, configuration), dictionary.toString());
  }
}
