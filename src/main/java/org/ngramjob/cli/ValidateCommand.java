// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.check.CountCheck;
import org.ngramjob.check.FileCheck;
import org.ngramjob.check.Findings;
import org.ngramjob.check.ModelCheck;
import org.ngramjob.check.VocabularyCheck;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.trie.BucketTable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Is it what it says it is? */
@CommandLine.Command(
    name = "validate",
    header = "Is a directory or an ARPA file whole and right?",
    description = {
      "Checks a model, counts, a vocabulary, a directory of train or an ARPA file: that",
      "probabilities sum to one, that every n-gram has its context and its suffix, that headers,",
      "manifest and checksums fit. Prints what was looked at as lines name TAB value; what is wrong,",
      "the first ten lines of it, goes to standard error, and the exit code is 5."
    },
    footer = {
      "",
      "Examples:",
      "  ngram-job validate example",
      "  ngram-job validate --full news.arpa.gz"
    })
final class ValidateCommand implements Command {
  @Mixin CommonOptions common;

  @Option(
      names = "--full",
      order = 1,
      description =
          "Sum up the probabilities after every context, not only after a sample of each length.")
  boolean full;

  @Parameters(paramLabel = "PATH", description = "A directory that ngram-job wrote, or a file.")
  String path;

  @Override
  public void run(Environment environment) throws IOException {
    Configuration configuration = environment.configuration();
    Findings findings = new Findings();
    Path given = Directories.path("PATH", path);
    if (Directories.isFile(given, configuration)) {
      checkArpa(given, findings, configuration);
    } else {
      checkDirectory(Directories.existing("PATH", path, configuration), findings, configuration);
    }
    Console console = environment.console();
    findings.figures().forEach(console::row);
    console.row("defects", findings.defects());
    if (findings.defects() > 0) {
      findings.first().forEach(console.err()::println);
      String number =
          findings.defects() == 1 ? "a defect" : findings.defects() + " defects, the first";
      throw new Failure(
          ExitCode.CHECK_FAILED, "%s: %s: %s".formatted(path, number, findings.first().get(0)));
    }
  }

  private void checkArpa(Path file, Findings findings, Configuration configuration)
      throws IOException {
    Defects defects = Defects.collecting(Findings.KEPT);
    try (OpenModel open =
        OpenModel.open(FoundModel.ofArpa(file, defects, configuration), configuration)) {
      findings.defects(defects.first(), defects.number());
      Findings ofArpa = findings.of("arpa");
      String setting = ArpaImport.WORDS_IN_BYTE_ORDER;
      ofArpa.figure(setting.replace('-', '_'), open.vocabularyHeader().settings().get(setting));
      new ModelCheck(open.model(), full).run(ofArpa);
    } catch (Failure e) {
      findings.defects(defects.first(), defects.number());
      findings.defect(e.getMessage());
    }
  }

  private void checkDirectory(Path directory, Findings findings, Configuration configuration)
      throws IOException {
    try {
      checkKind(directory, findings, configuration);
    } catch (ChecksumException e) {
      findings.defect(FileCheck.damaged(e));
    }
  }

  private void checkKind(Path directory, Findings findings, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = directory.getFileSystem(configuration);
    if (fileSystem.exists(new Path(directory, ModelDirectory.TABLES))) {
      checkModel(directory, findings.of("model"), configuration);
    } else if (fileSystem.exists(new Path(directory, CountDirectory.SHARDS))) {
      checkCounts(directory, findings.of("counts"), configuration);
    } else if (fileSystem.exists(new Path(directory, Directories.HEADER))) {
      Findings ofVocabulary = findings.of("vocabulary");
      new FileCheck(directory, configuration).listed(ofVocabulary);
      new VocabularyCheck(directory, configuration).run(ofVocabulary);
    } else {
      checkChain(directory, fileSystem, findings, configuration);
    }
  }

  private void checkChain(
      Path directory, FileSystem fileSystem, Findings findings, Configuration configuration)
      throws IOException {
    boolean found = false;
    for (String part :
        new String[] {Directories.VOCABULARY, Directories.COUNTS, Directories.MODEL}) {
      Path inside = new Path(directory, part);
      if (fileSystem.exists(inside)) {
        checkDirectory(inside, findings, configuration);
        found = true;
      }
    }
    if (!found) {
      throw Failure.badInput(
          path + " holds no vocabulary, counts or model; give what ngram-job wrote");
    }
  }

  private void checkModel(Path directory, Findings findings, Configuration configuration)
      throws IOException {
    FileCheck files = new FileCheck(directory, configuration);
    files.listed(findings);
    new VocabularyCheck(new Path(directory, ModelDirectory.VOCABULARY), configuration)
        .run(findings.of("vocabulary"));
    BucketTable buckets =
        BucketTable.fromBytes(
            CountDirectory.read(new Path(directory, ModelDirectory.BUCKETS), configuration));
    boolean whole =
        files.buckets(
            new Path(directory, ModelDirectory.TABLES),
            buckets.size(),
            findings,
            (number, bytes, length) -> {});
    if (!whole) {
      findings.figure("probabilities", "not checked: buckets are damaged or missing");
      return;
    }
    try (OpenModel open =
        OpenModel.open(
            FoundModel.find("PATH", directory.toString(), configuration), configuration)) {
      new ModelCheck(open.model(), full).run(findings);
    } catch (Failure e) {
      findings.defect(e.getMessage());
    }
  }

  private static void checkCounts(Path directory, Findings findings, Configuration configuration)
      throws IOException {
    new FileCheck(directory, configuration).listed(findings);
    new VocabularyCheck(new Path(directory, CountDirectory.VOCABULARY), configuration)
        .run(findings.of("vocabulary"));
    try {
      new CountCheck(directory, configuration).run(findings);
    } catch (Failure e) {
      findings.defect(e.getMessage());
    }
  }
}
