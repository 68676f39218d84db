// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.check.CountCheck;
import org.ngramjob.check.FileCheck;
import org.ngramjob.check.Findings;
import org.ngramjob.check.ModelCheck;
import org.ngramjob.check.VocabularyCheck;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.pipeline.Manifest;
import org.ngramjob.pipeline.ManifestFile;
import org.ngramjob.pipeline.OutputFile;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketTable;

/**
 * Runs the checks that suit what stands on disk. Whatever a check ends in is a defect of that:
 * damage can lead a reader anywhere, and a check that breaks down has found some.
 */
final class Validation {
  private final Configuration configuration;
  private final boolean full;
  private final Findings findings;
  private final Consumer<RuntimeException> unexpected;

  /**
   * A validation.
   *
   * @param full whether the sum after every context of a model is made
   * @param findings where figures and defects go
   * @param unexpected also meets what no check throws on purpose
   */
  Validation(
      Configuration configuration,
      boolean full,
      Findings findings,
      Consumer<RuntimeException> unexpected) {
    this.configuration = configuration;
    this.full = full;
    this.findings = findings;
    this.unexpected = unexpected;
  }

  /** Something that is looked at. */
  @FunctionalInterface
  private interface Check {
    void run() throws IOException;
  }

  private void check(Path place, Findings to, Check check) throws IOException {
    try {
      check.run();
    } catch (ChecksumException e) {
      to.defect(FileCheck.damaged(e));
    } catch (FileNotFoundException e) {
      to.defect("a file is missing: " + OneLine.of(e));
    } catch (Failure e) {
      to.defect(e.getMessage());
    } catch (RuntimeException e) {
      unexpected.accept(e);
      to.defect("%s is damaged: it cannot be read on (%s)".formatted(place, OneLine.of(e)));
    }
  }

  /** Checks an ARPA file. */
  void arpa(Path file) throws IOException {
    Defects defects = Defects.collecting(Findings.KEPT);
    Findings read = new Findings();
    Findings ofArpa = read.of("arpa");
    check(
        file,
        read,
        () -> {
          try (OpenModel open =
              OpenModel.open(FoundModel.ofArpa(file, defects, configuration), configuration)) {
            String setting = ArpaImport.WORDS_IN_BYTE_ORDER;
            String inOrder = open.vocabularyHeader().settings().get(setting);
            ofArpa.figure(setting.replace('-', '_'), inOrder);
            new ModelCheck(open.model(), full).run(ofArpa);
          }
        });
    findings.defects(defects.first(), defects.number());
    findings.defects(read.first(), read.defects());
    read.figures().forEach(findings::figure);
  }

  /** Checks a directory, or those that train has made in one; false where it holds none. */
  boolean directory(Path directory) throws IOException {
    Optional<DirectoryKind> kind = DirectoryKind.of(directory, configuration);
    if (kind.isPresent()) {
      directory(kind.get(), directory);
      return true;
    }
    List<DirectoryKind> parts = DirectoryKind.partsOf(directory, configuration);
    for (DirectoryKind part : parts) {
      directory(part, part.in(directory));
    }
    List<DirectoryKind> absent = new ArrayList<>(List.of(DirectoryKind.values()));
    absent.removeAll(parts);
    if (!parts.isEmpty() && !absent.isEmpty()) {
      check(directory, findings, () -> missing(absent, directory));
    }
    return !parts.isEmpty();
  }

  /** What train has made and is not there any more; a chain that was not finished has less. */
  private void missing(List<DirectoryKind> kinds, Path directory) throws IOException {
    Optional<Manifest> manifest =
        ManifestFile.readIfPresent(directory.getFileSystem(configuration), directory);
    if (manifest.isEmpty()) {
      return;
    }
    List<OutputFile> made = manifest.get().result().outputs();
    for (DirectoryKind kind : kinds) {
      String part = kind.part();
      if (made.stream().noneMatch(file -> file.path().startsWith(part + "/"))) {
        continue;
      }
      if (kind == DirectoryKind.VOCABULARY) {
        findings.figure(part, "not there; counts and model have a copy each");
      } else {
        findings
            .of(part)
            .defect(
                ("%s is missing, though the manifest lists its files; the same train with"
                        + " --if-exists skip makes it again")
                    .formatted(kind.in(directory)));
      }
    }
  }

  private void directory(DirectoryKind kind, Path directory) throws IOException {
    Findings to = findings.of(kind.part());
    check(directory, to, () -> new FileCheck(directory, configuration).listed(to));
    switch (kind) {
      case MODEL -> model(directory, to);
      case COUNTS -> counts(directory, to);
      case VOCABULARY -> vocabulary(directory, to);
    }
  }

  private void vocabulary(Path directory, Findings to) throws IOException {
    check(directory, to, () -> new VocabularyCheck(directory, configuration).run(to));
  }

  private void counts(Path directory, Findings to) throws IOException {
    vocabulary(new Path(directory, CountDirectory.VOCABULARY), to.of("vocabulary"));
    check(directory, to, () -> new CountCheck(directory, configuration).run(to));
  }

  private void model(Path directory, Findings to) throws IOException {
    vocabulary(new Path(directory, ModelDirectory.VOCABULARY), to.of("vocabulary"));
    check(
        directory,
        to,
        () -> {
          if (bucketsAreWhole(directory, to)) {
            probabilities(directory, to);
          } else {
            to.figure("probabilities", "not checked: buckets are damaged or missing");
          }
        });
  }

  private boolean bucketsAreWhole(Path directory, Findings to) throws IOException {
    Path table = new Path(directory, BucketTable.FILE);
    BucketTable buckets =
        BucketTable.fromBytes(WholeFile.bytes(table, configuration), table.toString());
    return new FileCheck(directory, configuration)
        .buckets(
            new Path(directory, ModelDirectory.TABLES),
            buckets.size(),
            to,
            (number, bytes, length) -> {});
  }

  private void probabilities(Path directory, Findings to) throws IOException {
    try (OpenModel open =
        OpenModel.open(
            FoundModel.find("PATH", directory.toString(), configuration), configuration)) {
      // A model whose segmenter this machine has not answers nobody's text.
      check(directory, to, open::textIds);
      new ModelCheck(open.model(), full).run(to);
    }
  }
}
