// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.apache.hadoop.mapreduce.task.MapContextImpl;
import org.junit.jupiter.api.Test;

class TaskOutputTest {
  private static TaskInputOutputContext<?, ?, String, Long> context(
      RecordWriter<String, Long> writer) {
    return new MapContextImpl<>(
        new Configuration(), new TaskAttemptID(), null, writer, null, null, null);
  }

  private abstract static class Writer extends RecordWriter<String, Long> {
    @Override
    public void close(TaskAttemptContext context) {}
  }

  @Test
  void goesToTheContext() throws IOException {
    List<String> written = new ArrayList<>();
    TaskInputOutputContext<?, ?, String, Long> context =
        context(
            new Writer() {
              @Override
              public void write(String key, Long value) {
                written.add(key + value);
              }
            });
    TaskOutput.write(context, "a", 1L);
    TaskOutput.write(context, "b", 2L);
    assertThat(written).containsExactly("a1", "b2");
  }

  /** Whoever stops the task looks at its thread too. */
  @Test
  void keepsAThreadThatIsBeingStoppedInterrupted() {
    TaskInputOutputContext<?, ?, String, Long> context =
        context(
            new Writer() {
              @Override
              public void write(String key, Long value) throws InterruptedException {
                throw new InterruptedException();
              }
            });
    assertThatThrownBy(() -> TaskOutput.write(context, "a", 1L))
        .isInstanceOf(InterruptedIOException.class)
        .hasMessage("interrupted while emitting a record");
    assertThat(Thread.interrupted()).isTrue();
  }
}
