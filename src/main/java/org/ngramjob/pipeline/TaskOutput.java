// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;

/** What a task emits, for callbacks that may throw nothing but an {@link IOException}. */
public final class TaskOutput {
  private TaskOutput() {}

  /**
   * Emits a record.
   *
   * @throws InterruptedIOException if the task is being stopped; its thread stays interrupted
   */
  public static <K, V> void write(TaskInputOutputContext<?, ?, K, V> context, K key, V value)
      throws IOException {
    try {
      context.write(key, value);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while emitting a record");
    }
  }
}
