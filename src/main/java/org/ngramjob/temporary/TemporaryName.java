// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of temporary directories, {@code ngram-job-PID-START-NAMESPACE-HOST-RANDOM} of a run and
 * {@code ngram-job-model-PID-START-NAMESPACE-HOST-RANDOM} of a model: whoever finds one can tell
 * whether the process that made it still runs, also where hosts and containers share a directory.
 */
public final class TemporaryName {
  /** For a first look through a directory for temporary files. */
  static final String GLOB = "ngram-job-*";

  private static final String RUN = "ngram-job-";
  private static final String MODEL = "ngram-job-model-";

  private static final Pattern NAME =
      Pattern.compile("ngram-job-(?:model-)?(\\d{1,18})-(\\d{1,18})-([^-]*)-(.+)-\\d+");

  private TemporaryName() {}

  /** Of a run of this process; what is random follows. */
  public static String ofRun() {
    return RUN + ofProcess();
  }

  /** Of a model that this process copies or makes; what is random follows. */
  public static String ofModel() {
    return MODEL + ofProcess();
  }

  private static String ofProcess() {
    DriverProcess self = DriverProcess.self();
    return String.join(
        "-",
        Long.toString(self.pid()),
        Long.toString(self.start()),
        self.namespace(),
        self.host(),
        "");
  }

  /**
   * False also where that cannot be told: on another host or in another container, of a start that
   * was not known, and of a name without a namespace, as a former version has given.
   *
   * @param self this process, who is to tell
   */
  static boolean isOfDeadProcess(String name, DriverProcess self) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return false;
    }
    long pid = Long.parseLong(parts.group(1));
    long start = Long.parseLong(parts.group(2));
    DriverProcess process = new DriverProcess(parts.group(4), parts.group(3), pid, start);
    return start > 0 && process.isWithinSightOf(self) && !process.runs();
  }
}
