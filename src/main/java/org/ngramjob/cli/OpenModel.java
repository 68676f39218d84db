// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.query.TextIds;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.segment.Segmenter;

/**
 * A model and the segmenter that belongs to it. Models are read in place from mapped files, so one
 * on a remote file system is copied to a temporary directory first, which is removed in the end.
 */
final class OpenModel implements AutoCloseable {
  private final Path directory;
  private final LanguageModel model;
  private final TemporaryCopy copy;

  private OpenModel(Path directory, TemporaryCopy copy) throws IOException {
    this.directory = directory;
    this.copy = copy;
    this.model = ModelDirectory.open(directory);
  }

  static OpenModel open(org.apache.hadoop.fs.Path path, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (fileSystem.getUri().getScheme().equals("file")) {
      return new OpenModel(Path.of(path.toUri().getPath()), null);
    }
    TemporaryCopy copy = new TemporaryCopy(fileSystem, path);
    try {
      return new OpenModel(copy.directory, copy);
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  LanguageModel model() {
    return model;
  }

  /** Text to ids, for one thread. */
  TextIds textIds() throws IOException {
    Segmenter segmenter =
        RecordedSegmenter.open(directory.resolve(ModelDirectory.VOCABULARY), vocabularyHeader());
    return new TextIds(segmenter, model.vocabulary());
  }

  /** What the model's words were made from. */
  VocabularyHeader vocabularyHeader() throws IOException {
    Path vocabulary = directory.resolve(ModelDirectory.VOCABULARY);
    return VocabularyHeader.fromJson(Files.readString(vocabulary.resolve(VocabularyHeader.FILE)));
  }

  @Override
  public void close() {
    if (copy != null) {
      copy.close();
    }
  }

  /** A copy that goes away with us, also when the process is told to stop. */
  private static final class TemporaryCopy {
    final Path directory;
    private final Path parent;
    private final Thread hook = new Thread(this::remove, "remove copied model");

    TemporaryCopy(FileSystem fileSystem, org.apache.hadoop.fs.Path path) throws IOException {
      parent = Files.createTempDirectory("ngram-job-model-");
      directory = parent.resolve("model");
      Runtime.getRuntime().addShutdownHook(hook);
      org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(directory.toUri());
      try {
        fileSystem.copyToLocalFile(false, path, target, true);
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    void close() {
      remove();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending; the hook finds nothing left to remove.
        return;
      }
    }

    void remove() {
      try (Stream<Path> files = Files.walk(parent)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // The system clears its temporary directory; an answer is not worth less for it.
        return;
      }
    }
  }
}
