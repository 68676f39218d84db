// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.JobStatus;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.OtherDisk;

class RunningStageTest {
  private static final String STEP = "2/3 merge";

  @TempDir Path directory;
  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private Session session;
  private RunningStage running;

  @BeforeEach
  void begin() throws IOException {
    Configuration configuration = OtherDisk.configuration();
    CopyStage stage =
        new CopyStage(
            "merge",
            OtherDisk.path(directory.resolve("in")),
            new org.apache.hadoop.fs.Path(directory.resolve("out").toUri()));
    session = new Session(configuration, "run-7");
    session.lock(stage.output());
    // A minute later every time it is asked, so that nothing is too soon to be shown.
    AtomicLong clock = new AtomicLong();
    Progress progress =
        new Progress(
            new PrintStream(messages, true, UTF_8),
            false,
            () -> clock.addAndGet(TimeUnit.MINUTES.toNanos(1)));
    progress.begin(STEP, 0);
    running =
        new RunningStage(
            stage, STEP, configuration, session, Invocation.of(List.of("test")), progress);
  }

  @AfterEach
  void end() {
    session.close();
  }

  private Path own() {
    return directory.resolve(".out.ngram-job-aside/run-7");
  }

  /** A job of the stage's own name has no other. */
  @Test
  void namesJobsByStepAndByWhatTheyAreFor() throws IOException {
    assertThat(running.newJob("").getJobName()).isEqualTo("ngram-job 2/3 merge");
    assertThat(running.newJob("merge").getJobName()).isEqualTo("ngram-job 2/3 merge");
    assertThat(running.newJob("words").getJobName()).isEqualTo("ngram-job 2/3 merge words");
  }

  @Test
  void showsHowFarItIsWithoutAJob() {
    running.advance("tables", 0.25);
    assertThat(messages.toString(UTF_8)).startsWith(STEP + " tables 25%");
  }

  @Test
  void givesEveryJobAPlaceForItsFailuresAndTheTagOfTheRun() throws IOException {
    for (int i = 1; i <= 2; i++) {
      Configuration job = running.newJob("").getConfiguration();
      assertThat(TaskFailures.directory(job).toString()).endsWith(own() + "/failures/" + i);
      assertThat(own().resolve("failures/" + i)).isDirectory();
      assertThat(job.getStrings("mapreduce.job.tags")).hasSize(1);
      // The default file system, as Hadoop says, and that of its input.
      assertThat(job.get("mapreduce.job.hdfs-servers")).isEqualTo("file:///,other:///");
    }
  }

  @Test
  void writesInTheDirectoryOfTheRun() {
    assertThat(running.directory().toUri().getPath()).isEqualTo(own() + "/output");
    assertThat(running.temporary().toUri().getPath()).isEqualTo(own() + "/temporary");
  }

  @Test
  void shipsFilesToAJob() throws IOException {
    Job job = running.newJob("");
    Path shipped = Files.writeString(directory.resolve("words"), "x");
    running.ship(job, "dictionary", new org.apache.hadoop.fs.Path(shipped.toUri()));
    assertThat(TaskFiles.local(job.getConfiguration(), "dictionary")).isEqualTo(shipped);
  }

  /** One that is half done when it is first asked, and done when it is asked again. */
  private static final class HalfDone extends Job {
    private int asked;

    @SuppressWarnings("deprecation")
    HalfDone(Job named) throws IOException {
      super(named.getConfiguration());
      setJobID(new JobID("2026", 7));
    }

    @Override
    public void submit() {
      // Nowhere to go.
    }

    @Override
    public boolean isComplete() {
      return asked > 0;
    }

    @Override
    public JobStatus getStatus() {
      asked++;
      return new JobStatus() {
        @Override
        public synchronized float getMapProgress() {
          return 0.5f;
        }
      };
    }

    @Override
    public int getNumReduceTasks() {
      return 0;
    }

    @Override
    public boolean isSuccessful() {
      return true;
    }

    @Override
    public Counters getCounters() {
      Counters counters = new Counters();
      counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).setValue(3);
      return counters;
    }
  }

  @Test
  void showsAJobByItsLabelAndKeepsItsCounters() throws IOException, InterruptedException {
    Counters counters = running.runJob(new HalfDone(running.newJob("words")));

    assertThat(counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).getValue()).isEqualTo(3);
    assertThat(messages.toString(UTF_8)).isEqualTo("2/3 merge words 50% 0:01:00\n");
    Files.createDirectories(own().resolve("output"));
    assertThat(running.result().jobs())
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.id()).isEqualTo("job_2026_0007");
              assertThat(job.name()).isEqualTo("ngram-job 2/3 merge words");
              assertThat(job.counters())
                  .containsExactly(Map.entry("TaskCounter.MAP_INPUT_RECORDS", 3L));
            });
  }

  @Test
  void accountsForFiguresInTheirOrderAndForFiles() throws IOException {
    Files.createDirectories(own().resolve("output/tables"));
    Files.writeString(own().resolve("output/header"), "abc");
    Files.writeString(own().resolve("output/tables/part-m-00000"), "abc");
    running.report("tokens", 5);
    running.report("lines", 2);
    running.report("tokens", 6);

    Manifest.Result result = running.result();

    assertThat(result.figures()).containsExactly(Map.entry("tokens", 6L), Map.entry("lines", 2L));
    assertThat(running.figures()).isEqualTo(result.figures());
    assertThat(result.jobs()).isEmpty();
    // printf abc | sha256sum
    assertThat(result.outputs())
        .containsExactly(
            new OutputFile(
                "header", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            new OutputFile("tables/part-m-00000", 3));
  }

  @Test
  void aStageThatHasWrittenNothingIsOurDefect() {
    assertThatThrownBy(() -> running.result())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("stage merge has written nothing");
  }
}
