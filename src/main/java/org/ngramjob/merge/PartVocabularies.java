// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.store.CountDirectory;

/** The vocabularies of all parts, for the tasks of a job. */
final class PartVocabularies {
  private static final String SHIPPED = "vocabulary.";

  private PartVocabularies() {}

  static void ship(StageRun run, Job job, List<CountDirectory> parts) throws IOException {
    for (int i = 0; i < parts.size(); i++) {
      run.ship(job, SHIPPED + i, parts.get(i).vocabulary());
    }
  }

  /** That of one part, in a task. */
  static MappedVocabulary open(Configuration configuration, int part) throws IOException {
    return MappedVocabulary.open(TaskFiles.local(configuration, SHIPPED + part));
  }
}
