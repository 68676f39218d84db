// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import org.apache.hadoop.conf.Configuration;

/**
 * How many directories of counts a job adds up, and how many after them it takes away.
 *
 * @param added at least 1; the whole where something is taken away
 */
record Terms(int added, int taken) {
  private static final String ADDED = "ngramjob.merge.added";
  private static final String TAKEN = "ngramjob.merge.taken";

  /** What {@link #writeTo} has put there. */
  static Terms readFrom(Configuration configuration) {
    return new Terms(configuration.getInt(ADDED, 1), configuration.getInt(TAKEN, 0));
  }

  void writeTo(Configuration configuration) {
    configuration.setInt(ADDED, added);
    configuration.setInt(TAKEN, taken);
  }

  boolean isSubtraction() {
    return taken > 0;
  }

  /** How the followers of one of the directories are coded. */
  FollowerCode code(int source) {
    return new FollowerCode(isSubtraction(), source >= added);
  }
}
