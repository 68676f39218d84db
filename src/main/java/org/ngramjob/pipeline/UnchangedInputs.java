// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Holds one run of a plan to inputs that stay as they are. A text that grows between two stages, or
 * while one reads it, would give counts of two different texts that nobody could tell from right
 * ones.
 */
final class UnchangedInputs {
  private final Configuration configuration;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  UnchangedInputs(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * An input as the plan has first met it.
   *
   * @param stage that was the first to read it
   */
  private record Seen(InputState state, String stage) {}

  /**
   * The fingerprint of a stage that is about to read its inputs.
   *
   * @throws Failure with exit code 3 if one is not what an earlier stage has read
   */
  Fingerprint before(Stage stage) throws IOException {
    Fingerprint fingerprint = Fingerprint.of(stage, configuration);
    for (InputState input : fingerprint.inputs()) {
      check(stage, input);
    }
    return fingerprint;
  }

  /**
   * Looks again once the stage has read all.
   *
   * @throws Failure with exit code 3 if an input has changed meanwhile
   */
  void after(Stage stage) throws IOException {
    before(stage);
  }

  private void check(Stage stage, InputState now) {
    Seen first = seen.putIfAbsent(now.path(), new Seen(now, stage.name()));
    if (first == null || first.state().equals(now)) {
      return;
    }
    // What an earlier stage has made of it stands under its name, and would be in the way.
    String replacing = first.stage().equals(stage.name()) ? "" : ", with --if-exists overwrite";
    throw new Failure(
        ExitCode.BAD_INPUT,
        "input "
            + now.path()
            + " changed while it was read ("
            + changes(first.state(), now)
            + "): is it still being written? run the same command again once it is complete"
            + replacing);
  }

  private static String changes(InputState then, InputState now) {
    if (then.files() != now.files()) {
      return "files were " + then.files() + ", now " + now.files();
    }
    return then.bytes() == now.bytes()
        ? "written to, " + now.bytes() + " bytes as before"
        : "bytes were " + then.bytes() + ", now " + now.bytes();
  }
}
