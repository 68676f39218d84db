// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.trie.BucketTable;

/**
 * Opens a vocabulary: in the driver from any file system, in a task from the copy that was shipped
 * to its machine.
 *
 * <pre>{@code
 * VocabularyReader.ship(run, job, vocabularyDirectory);                       // driver
 * MappedVocabulary vocabulary = VocabularyReader.inTask(configuration);       // setup of a task
 * BucketTable buckets = VocabularyReader.bucketsInTask(configuration).truncate(n - 1);
 * }</pre>
 */
public final class VocabularyReader {
  private static final String SHIPPED = "vocabulary";

  private VocabularyReader() {}

  /**
   * The vocabulary in a directory.
   *
   * @throws org.ngramjob.failure.Failure with exit code 3 if there is none
   */
  public static MappedVocabulary open(
      org.apache.hadoop.fs.Path directory, Configuration configuration) throws IOException {
    VocabularyFiles files = new VocabularyFiles(directory, configuration);
    return MappedVocabulary.of(files.parts(), files.header());
  }

  /**
   * What the vocabulary in a directory says about itself.
   *
   * @throws org.ngramjob.failure.Failure with exit code 3 if there is none
   */
  public static VocabularyHeader header(
      org.apache.hadoop.fs.Path directory, Configuration configuration) throws IOException {
    return new VocabularyFiles(directory, configuration).header();
  }

  /**
   * The part files of a directory, to be checked one by one.
   *
   * @throws org.ngramjob.failure.Failure with exit code 3 if one is not whole
   */
  public static List<VocabularyFile> parts(
      org.apache.hadoop.fs.Path directory, Configuration configuration) throws IOException {
    return new VocabularyFiles(directory, configuration).parts();
  }

  /** The bucket table in a vocabulary's directory. */
  public static BucketTable buckets(
      org.apache.hadoop.fs.Path directory, Configuration configuration) throws IOException {
    return new VocabularyFiles(directory, configuration).buckets();
  }

  /**
   * Lets the tasks of a job read a vocabulary. They map its files and look at no checksum.
   *
   * @throws org.ngramjob.failure.Failure with exit code 3 if a part file on a local disk is damaged
   */
  public static void ship(StageRun run, Job job, org.apache.hadoop.fs.Path directory)
      throws IOException {
    new VocabularyFiles(directory, run.configuration()).verifyLocal();
    run.ship(job, SHIPPED, directory);
  }

  /** The vocabulary shipped to this task. */
  public static MappedVocabulary inTask(Configuration configuration) throws IOException {
    return MappedVocabulary.open(directoryInTask(configuration));
  }

  /** The bucket table shipped to this task with its vocabulary. */
  public static BucketTable bucketsInTask(Configuration configuration) throws IOException {
    Path buckets = directoryInTask(configuration).resolve(BucketTable.FILE);
    return BucketTable.fromBytes(Files.readAllBytes(buckets), buckets.toString());
  }

  /** Where the vocabulary shipped to this task is, on the local disk. */
  public static Path directoryInTask(Configuration configuration) throws IOException {
    return TaskFiles.local(configuration, SHIPPED);
  }
}
