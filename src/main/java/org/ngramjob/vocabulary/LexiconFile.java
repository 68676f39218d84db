// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.store.WholeFile;

/**
 * The word list of a vocabulary as a file: beside the job that makes it, for its tasks, and in its
 * directory.
 */
public final class LexiconFile {
  private static final String KEY = "ngramjob.vocabulary.word-list";

  private LexiconFile() {}

  /** The list that a vocabulary was made with. */
  public static Lexicon of(Path vocabulary, VocabularyHeader header, Configuration configuration)
      throws IOException {
    if (!header.settings().containsKey(VocabularySettings.WORD_LIST)) {
      return Lexicon.ANY;
    }
    Path file = new Path(vocabulary, Lexicon.FILE);
    return Lexicon.parse(WholeFile.bytes(file, configuration), file.toString());
  }

  /** Gives a job's tasks the list as the program has read it, whatever has become of its file. */
  static void ship(Lexicon words, Job job, StageRun run) throws IOException {
    if (words.isAny()) {
      return;
    }
    Path file = new Path(run.temporary(), Lexicon.FILE);
    WholeFile.write(file, words.content(), run.configuration());
    run.ship(job, Lexicon.FILE, file);
    job.getConfiguration().set(KEY, words.hash());
  }

  /** The list of a task's job. */
  static Lexicon inTask(Configuration configuration) throws IOException {
    if (configuration.getRaw(KEY) == null) {
      return Lexicon.ANY;
    }
    java.nio.file.Path file = TaskFiles.local(configuration, Lexicon.FILE);
    return Lexicon.parse(Files.readAllBytes(file), file.toString());
  }
}
