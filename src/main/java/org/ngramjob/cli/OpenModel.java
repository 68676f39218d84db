// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.LocalDisk;
import org.ngramjob.query.TextIds;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.temporary.TemporaryDirectory;

/**
 * A model and the segmenter that belongs to it. Models are read in place from mapped files, so one
 * on a remote file system is copied to a temporary directory first, which is removed in the end.
 */
final class OpenModel implements AutoCloseable {
  private final FoundModel found;
  private final TemporaryDirectory copy;
  private final Path directory;
  private final LanguageModel model;

  private OpenModel(
      FoundModel found, TemporaryDirectory copy, Path directory, ModelDirectory.Tables tables)
      throws IOException {
    this.found = found;
    this.copy = copy;
    this.directory = directory;
    this.model = ModelDirectory.open(directory, tables);
  }

  /** Opens a model to be read in place. */
  static OpenModel open(FoundModel found, Configuration configuration) throws IOException {
    return open(found, ModelDirectory.Tables.MAPPED, configuration);
  }

  /**
   * Opens a model; closing it closes what was found.
   *
   * @param found closed here where opening fails
   */
  static OpenModel open(FoundModel found, ModelDirectory.Tables tables, Configuration configuration)
      throws IOException {
    TemporaryDirectory copy = null;
    try {
      FileSystem fileSystem = found.directory().getFileSystem(configuration);
      if (LocalDisk.holds(fileSystem)) {
        return new OpenModel(found, null, LocalDisk.path(found.directory()), tables);
      }
      copy = new TemporaryDirectory();
      Path directory = copy.path().resolve("model");
      ModelCopy.make(fileSystem, found.directory(), directory);
      return new OpenModel(found, copy, directory, tables);
    } catch (IOException | RuntimeException e) {
      close(found, copy);
      throw e;
    }
  }

  LanguageModel model() {
    return model;
  }

  /** Says what the model lacks, or that its numbers are no probabilities. */
  void noteCaveats(Console console) {
    found.noteLeftOut(console);
    if (!model.isProbability()) {
      console
          .err()
          .println(
              model.header().method()
                  + " gives scores, no probabilities: they do not add up to one");
    }
  }

  /** Text to ids, for one thread. */
  TextIds textIds() throws IOException {
    return textIds(model.vocabulary());
  }

  /** Text, cut as the model's was, to ids of another vocabulary; for one thread. */
  TextIds textIds(Vocabulary vocabulary) throws IOException {
    return new TextIds(segmenter(), vocabulary);
  }

  /**
   * For commands that are given words instead of text, or give words: these are the segmenter's.
   *
   * @throws Failure bad input, when this program would cut text otherwise than the model's was
   */
  void requireSegmenter() throws IOException {
    segmenter();
  }

  private Segmenter segmenter() throws IOException {
    return RecordedSegmenter.open(directory.resolve(ModelDirectory.VOCABULARY));
  }

  /** What the model's words were made from. */
  VocabularyHeader vocabularyHeader() throws IOException {
    Path vocabulary = directory.resolve(ModelDirectory.VOCABULARY);
    return VocabularyHeader.read(vocabulary.resolve(VocabularyHeader.FILE));
  }

  /** The file of the user dictionary by which its text was cut. */
  byte[] userDictionary() throws IOException {
    Path vocabulary = directory.resolve(ModelDirectory.VOCABULARY);
    return Files.readAllBytes(vocabulary.resolve(RecordedSegmenter.USER_DICTIONARY));
  }

  @Override
  public void close() {
    close(found, copy);
  }

  private static void close(FoundModel found, TemporaryDirectory copy) {
    if (copy != null) {
      copy.close();
    }
    found.close();
  }
}
