// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account of a finished stage, {@code _MANIFEST.json} in its output: who made it how, from
 * what, and what came out. Its presence says that the output is complete.
 *
 * @param format of this record, {@link #FORMAT}
 * @param run the run that made the output
 * @param fingerprint what the output was made from
 * @param result what came out
 */
public record Manifest(int format, Run run, Fingerprint fingerprint, Result result) {
  /** Grows when a reader of today's format could misread tomorrow's. */
  public static final int FORMAT = 1;

  /** The name of the file in the output directory. */
  public static final String FILE_NAME = "_MANIFEST.json";

  public Manifest {
    if (format != FORMAT) {
      throw new IllegalArgumentException("format (" + format + ") must be " + FORMAT);
    }
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(result, "result");
  }

  Manifest(Run run, Fingerprint fingerprint, Result result) {
    this(FORMAT, run, fingerprint, result);
  }

  /**
   * The run that made an output.
   *
   * @param id unique; starts with the time in UTC
   * @param program our name and version, and the commit it was built from
   * @param arguments the command line, secrets blanked
   * @param configuration what the user has set, by {@code -D} or in a file, and where jobs ran
   * @param started in ISO 8601, UTC
   * @param millis the stage took
   */
  public record Run(
      String id,
      String program,
      List<String> arguments,
      SortedMap<String, String> configuration,
      String started,
      long millis) {
    public Run {
      Objects.requireNonNull(id, "run id");
      Objects.requireNonNull(program, "program");
      Objects.requireNonNull(started, "started");
      arguments = List.copyOf(arguments);
      configuration = Collections.unmodifiableSortedMap(new TreeMap<>(configuration));
    }
  }

  /**
   * What came out of a stage.
   *
   * @param jobs in the order they ran
   * @param figures reported by the stage, in its order
   * @param outputs files by path, the manifest left out
   */
  public record Result(List<JobRecord> jobs, Map<String, Long> figures, List<OutputFile> outputs) {
    public Result {
      jobs = List.copyOf(jobs);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      outputs = List.copyOf(outputs);
      if (figures.containsValue(null)) {
        throw new IllegalArgumentException("figures must have values");
      }
    }
  }
}
