// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.List;

/**
 * How the user started this run.
 *
 * @param label shown in job names, e.g. {@code dt=2026-11-22}; empty for none
 * @param arguments the command line as typed; goes into manifests with secrets blanked
 */
public record Invocation(String label, List<String> arguments) {
  public Invocation {
    arguments = List.copyOf(arguments);
  }

  public static Invocation of(List<String> arguments) {
    return new Invocation("", arguments);
  }
}
