// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.apache.hadoop.mapreduce.TaskID;

/**
 * On which tasks a job may have failed. What went wrong in the first attempt of one that was tried
 * again with success has done no harm, and is not the reason.
 *
 * @param lost those that were given up; the history server, unlike a running job, names none
 * @param done those that have succeeded
 */
record FailedTasks(Set<TaskID> lost, Set<TaskID> done) {
  FailedTasks {
    lost = Set.copyOf(lost);
    done = Set.copyOf(done);
  }

  /** From all events of a job, of which the local runner has none. */
  static FailedTasks of(List<TaskCompletionEvent> events) {
    Set<TaskID> lost = new HashSet<>();
    Set<TaskID> done = new HashSet<>();
    for (TaskCompletionEvent event : events) {
      TaskID task = event.getTaskAttemptId().getTaskID();
      switch (event.getStatus()) {
        case TIPFAILED -> lost.add(task);
        case SUCCEEDED -> done.add(task);
        // Neither says how the task has ended.
        case FAILED, KILLED, OBSOLETE -> {}
      }
    }
    return new FailedTasks(lost, done);
  }

  /** Whether an error of this task may be why the job has failed. */
  boolean mayInclude(TaskID task) {
    return lost.isEmpty() ? !done.contains(task) : lost.contains(task);
  }
}
