// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

/**
 * As the cause of a failed job: a task broke down on an error that nothing explains, such as an
 * index out of range. That is a defect of ours, or of what the task read.
 */
public final class BrokenTask extends Exception {
  private static final long serialVersionUID = 1;

  BrokenTask(String message) {
    super(message);
  }
}
