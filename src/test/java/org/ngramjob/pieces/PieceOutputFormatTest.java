// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceOutputFormatTest {
  @TempDir private Path directory;

  /** A piece of text of a section and a bucket, in an array that is longer. */
  private record Piece(int section, int bucket, String text) {
    void writeTo(RecordWriter<PieceKey, BytesWritable> writer)
        throws IOException, InterruptedException {
      byte[] bytes = (text + "and what was there before").getBytes(UTF_8);
      writer.write(
          new PieceKey(section, bucket), new BytesWritable(bytes, text.getBytes(UTF_8).length));
    }
  }

  private void run(int number, boolean compressed, Piece... pieces) throws Exception {
    Job job = Job.getInstance(new Configuration());
    FileOutputFormat.setOutputPath(job, new org.apache.hadoop.fs.Path(directory.toUri()));
    FileOutputFormat.setCompressOutput(job, compressed);
    TaskAttemptContext task =
        new TaskAttemptContextImpl(
            job.getConfiguration(), new TaskAttemptID("test", 1, TaskType.REDUCE, number, 0));
    PieceOutputFormat format = new PieceOutputFormat();
    var committer = format.getOutputCommitter(task);
    committer.setupJob(task);
    committer.setupTask(task);
    RecordWriter<PieceKey, BytesWritable> writer = format.getRecordWriter(task);
    for (Piece piece : pieces) {
      piece.writeTo(writer);
    }
    writer.close(task);
    committer.commitTask(task);
    committer.commitJob(task);
  }

  private SortedMap<String, byte[]> files() throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (var all = Files.list(directory)) {
      for (Path file : all.toList()) {
        if (file.getFileName().toString().startsWith("piece")) {
          files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static String text(byte[] file) {
    return new String(file, UTF_8);
  }

  /** A file for each section, named by its first bucket. */
  @Test
  void sectionsAreFilesOfTheirOwn() throws Exception {
    run(
        0,
        false,
        new Piece(2, 4, "是 1\n"),
        new Piece(1, 5, "a\n"),
        new Piece(2, 5, "的 2\n"),
        new Piece(2, 5, "的 3\n"),
        new Piece(1, 11, "b\n"));
    SortedMap<String, byte[]> files = files();
    assertThat(files).containsOnlyKeys("piece-01-00000005", "piece-02-00000004");
    assertThat(text(files.get("piece-01-00000005"))).isEqualTo("a\nb\n");
    assertThat(text(files.get("piece-02-00000004"))).isEqualTo("是 1\n的 2\n的 3\n");
  }

  /** In the order of their names the files of two tasks are those of one. */
  @Test
  void filesOfSeveralTasksAreInOrder() throws Exception {
    run(1, false, new Piece(1, 10, "c\n"));
    run(0, false, new Piece(1, 2, "a\n"), new Piece(1, 9, "b\n"));
    StringBuilder all = new StringBuilder();
    files().values().forEach(file -> all.append(text(file)));
    assertThat(all).hasToString("a\nb\nc\n");
  }

  @Test
  void filesArePackedWhereTheJobSaysSo() throws Exception {
    run(0, true, new Piece(1, 2, "a\n"), new Piece(1, 9, "b\n"));
    byte[] packed = files().get("piece-01-00000002");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertThat(text(in.readAllBytes())).isEqualTo("a\nb\n");
    }
  }

  @Test
  void aTaskWithoutTextHasNoFile() throws Exception {
    run(0, false);
    assertThat(files()).isEmpty();
  }
}
