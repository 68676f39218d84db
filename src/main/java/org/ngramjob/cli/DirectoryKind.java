// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.store.CountDirectory;

/** What a directory that ngram-job wrote may be; {@code train} fills one that has one of each. */
enum DirectoryKind {
  VOCABULARY("vocabulary", "a vocabulary", "vocabulary"),
  COUNTS("counts", "counts", "count"),
  MODEL("model", "a model", "estimate");

  /** Vocabularies, counts and models all keep their header in a file of this name. */
  static final String HEADER = ModelHeader.FILE;

  private final String part;
  private final String inSentences;
  private final String madeBy;

  DirectoryKind(String part, String inSentences, String madeBy) {
    this.part = part;
    this.inSentences = inSentences;
    this.madeBy = madeBy;
  }

  /**
   * What a directory is by what is in it, whether that is whole or not; nothing for any other, such
   * as that of {@code train}.
   */
  static Optional<DirectoryKind> of(Path directory, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = directory.getFileSystem(configuration);
    if (fileSystem.exists(new Path(directory, ModelDirectory.TABLES))) {
      return Optional.of(MODEL);
    }
    if (fileSystem.exists(new Path(directory, CountDirectory.SHARDS))) {
      return Optional.of(COUNTS);
    }
    return fileSystem.exists(new Path(directory, HEADER))
        ? Optional.of(VOCABULARY)
        : Optional.empty();
  }

  /**
   * The kinds of which there is one in a directory of {@code train}, in the order of its stages.
   */
  static List<DirectoryKind> partsOf(Path chain, Configuration configuration) throws IOException {
    FileSystem fileSystem = chain.getFileSystem(configuration);
    List<DirectoryKind> parts = new ArrayList<>();
    for (DirectoryKind kind : values()) {
      if (fileSystem.exists(kind.in(chain))) {
        parts.add(kind);
      }
    }
    return parts;
  }

  /** Where {@code train} puts one. */
  Path in(Path chain) {
    return new Path(chain, part);
  }

  /** The name of one in a directory of {@code train}, e.g. {@code counts}. */
  String part() {
    return part;
  }

  /** E.g. {@code a model}. */
  String inSentences() {
    return inSentences;
  }

  /** For whoever gave something else, e.g. {@code what count or train wrote …}. */
  String wanted() {
    return "what %s or train wrote (train: DIR/%s)".formatted(madeBy, part);
  }
}
