// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.apache.hadoop.mapreduce.TaskCompletionEvent.Status;
import org.junit.jupiter.api.Test;

class FailedTasksTest {
  private static TaskAttemptID attempt(int task, int attempt) {
    return TaskAttemptID.forName("attempt_2026_0007_m_00000" + task + "_" + attempt);
  }

  private static TaskCompletionEvent event(int task, int attempt, Status status) {
    return new TaskCompletionEvent(0, attempt(task, attempt), task, true, status, "");
  }

  private static boolean mayInclude(int task, TaskCompletionEvent... events) {
    return FailedTasks.of(List.of(events)).mayInclude(attempt(task, 0).getTaskID());
  }

  /** As the history server tells of them. */
  @Test
  void aTaskThatHasSucceededIsNotAmongThem() {
    TaskCompletionEvent[] events = {
      event(0, 0, Status.FAILED),
      event(1, 0, Status.FAILED),
      event(0, 1, Status.SUCCEEDED),
      event(1, 1, Status.FAILED)
    };
    assertThat(mayInclude(0, events)).isFalse();
    assertThat(mayInclude(1, events)).isTrue();
    assertThat(mayInclude(2, events)).isTrue();
  }

  /** What a map task has written is lost with its host: then its success no longer counts. */
  @Test
  void aTaskWhoseSuccessWasOfNoUseMayBe() {
    assertThat(mayInclude(0, event(0, 0, Status.OBSOLETE), event(0, 1, Status.FAILED))).isTrue();
  }

  @Test
  void whereOneWasGivenUpItIsThatOne() {
    TaskCompletionEvent[] events = {event(0, 0, Status.FAILED), event(1, 0, Status.TIPFAILED)};
    assertThat(mayInclude(0, events)).isFalse();
    assertThat(mayInclude(1, events)).isTrue();
  }

  @Test
  void whereNothingIsKnownItMayBeAny() {
    assertThat(mayInclude(0)).isTrue();
  }
}
