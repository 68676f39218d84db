// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * What a running command may use.
 *
 * @param configuration Hadoop's, generic options included
 * @param console where to read and write
 * @param arguments the command line as typed
 */
record Environment(Configuration configuration, Console console, List<String> arguments) {
  Environment {
    arguments = List.copyOf(arguments);
  }
}
