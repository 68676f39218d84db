// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputFile;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.diagnosis.IoFailure;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** The streams of sentences that a command reads itself: files of any kind, or standard input. */
final class SentenceInputs {
  /** Handles one stream. */
  interface Reader {
    void read(TextLines lines) throws IOException;
  }

  static final String STANDARD_INPUT = "-";

  private final List<String> inputs;
  private final CorpusSettings settings;

  SentenceInputs(CorpusSettings settings) {
    this.inputs = settings.inputs();
    this.settings = settings;
  }

  /**
   * Whether these are standard input.
   *
   * @throws Failure usage, where it is mixed with files
   */
  static boolean areStandardInput(List<String> inputs) {
    List<String> paths = paths(inputs);
    if (!paths.contains(STANDARD_INPUT)) {
      return false;
    }
    if (paths.size() > 1) {
      throw Failure.usage("--input -: standard input cannot be mixed with files");
    }
    return true;
  }

  private static List<String> paths(List<String> inputs) {
    return inputs.stream().flatMap(input -> InputPaths.split(input).stream()).toList();
  }

  /**
   * Hands over one stream after another, in the order and as often as they are named; files of a
   * directory or glob by their paths.
   */
  void forEach(Environment environment, Reader reader) throws IOException {
    if (areStandardInput(inputs)) {
      readStandardInput(environment.console(), reader);
      return;
    }
    for (FileStatus file : files(environment.configuration())) {
      try (InputStream in = new InputFile(file.getPath(), environment.configuration()).open();
          TextLines lines = TextLines.ofFile(in, file.getPath().toString(), settings)) {
        reader.read(lines);
      } catch (IOException e) {
        throw IoFailure.of(e, environment.configuration())
            .orElseGet(
                () ->
                    new Failure(
                        ExitCode.BAD_INPUT,
                        "cannot read %s: %s; is it whole?".formatted(file.getPath(), OneLine.of(e)),
                        e));
      }
    }
  }

  private List<FileStatus> files(Configuration configuration) throws IOException {
    List<String> paths = paths(inputs);
    List<FileStatus> files = new ArrayList<>();
    for (String path : paths) {
      files.addAll(InputPaths.resolvePossiblyEmpty(List.of(path), configuration).files());
    }
    if (files.isEmpty()) {
      // Says so, in its own words.
      return List.copyOf(InputPaths.resolve(paths, configuration).files());
    }
    return files;
  }

  /**
   * For results that are of no text.
   *
   * @param inputs what was to be read
   */
  static void noteNothingRead(List<String> inputs, Console console) {
    console.err().println("no lines were read: " + title(inputs) + " is empty");
  }

  /** The inputs in a message. */
  static String title(List<String> inputs) {
    return inputs.equals(List.of(STANDARD_INPUT)) ? "standard input" : String.join(",", inputs);
  }

  private void readStandardInput(Console console, Reader reader) {
    try {
      // Whoever types, or asks line by line through a pipe, waits for the answer.
      reader.read(new TextLines(console.in(), console.out()::flush, settings));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "cannot read standard input: %s; give --input FILE, or text through a pipe"
              .formatted(OneLine.of(e)),
          e);
    }
  }
}
