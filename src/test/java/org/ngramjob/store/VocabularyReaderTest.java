// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.testing.OtherDisk;
import org.ngramjob.trie.BucketTable;

class VocabularyReaderTest {
  /**
   * W = 1. {@code <s>} weighs 2 and fills bucket 0; 的 weighs 2 too and is cut where half of the
   * text's 6 words could stand before it, at itself; the other two words weigh 1 each.
   */
  private static final String BUCKETS = "[[], [3], [3, 3], [4], [5]]";

  @TempDir java.nio.file.Path directory;
  private final Configuration configuration = OtherDisk.configuration();
  private java.nio.file.Path output;

  @BeforeEach
  void writeVocabulary() throws IOException {
    LocalChain chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.bucket-weight", 1)
            .with("mapreduce.job.reduces", 1);
    output = chain.makeVocabulary(chain.write("的 词性\n的 动词\n"));
  }

  private static void check(MappedVocabulary vocabulary) {
    byte[] word = "的".getBytes(UTF_8);
    assertThat(vocabulary.id(word, 0, word.length)).isEqualTo(3);
    assertThat(vocabulary.count(3)).isEqualTo(2);
    assertThat(vocabulary.size()).isEqualTo(6);
  }

  @Test
  void readsFromTheLocalDisk() throws IOException {
    Path path = new Path(output.toUri());
    check(VocabularyReader.open(path, configuration));
    assertThat(VocabularyReader.buckets(path, configuration)).hasToString(BUCKETS);
  }

  @Test
  void readsFromAnotherFileSystem() throws IOException {
    Path path = OtherDisk.path(output);
    check(VocabularyReader.open(path, configuration));
    assertThat(VocabularyReader.buckets(path, configuration)).hasToString(BUCKETS);
  }

  @Test
  void tasksReadWhatWasShipped() {
    Shipping stage = new Shipping(new Path(output.toUri()), new Path(directory + "/out"));
    PrintStream messages = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    new Runner(configuration, Invocation.of(List.of("test")), messages, false)
        .run(Plan.of("test", stage), IfExists.FAIL);
    check(stage.vocabulary);
    assertThat(stage.buckets).hasToString(BUCKETS);
  }

  /** Another word of the same length: whatever was counted would have another name. */
  @Test
  void tasksGetNoDamagedWords() throws IOException {
    String word = new String("的".getBytes(UTF_8), ISO_8859_1);
    java.nio.file.Path part = output.resolve("part-r-00000");
    String bytes = Files.readString(part, ISO_8859_1);
    assertThat(bytes).containsOnlyOnce(word);
    Files.writeString(part, bytes.replace(word, word.substring(0, 2) + "x"), ISO_8859_1);
    assertThatThrownBy(this::tasksReadWhatWasShipped)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageStartingWith("damaged vocabulary file " + part + ": the checksum of section ");
  }

  @Test
  void refusesADirectoryWithoutAVocabulary() {
    Path path = new Path(directory.toUri());
    assertThatThrownBy(() -> VocabularyReader.open(path, configuration))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("no vocabulary in " + path);
  }

  /** Ships a vocabulary to a job and opens it as one of its tasks would. */
  private static final class Shipping implements Stage {
    private final Path input;
    private final Path output;
    private MappedVocabulary vocabulary;
    private BucketTable buckets;

    Shipping(Path input, Path output) {
      this.input = input;
      this.output = output;
    }

    @Override
    public String name() {
      return "ship";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Path> inputs() {
      return List.of(input);
    }

    @Override
    public Path output() {
      return output;
    }

    @Override
    public SortedMap<String, String> settings() {
      return new TreeMap<>();
    }

    @Override
    public void run(StageRun run) throws IOException {
      Job job = run.newJob("ship");
      VocabularyReader.ship(run, job, input);
      vocabulary = VocabularyReader.inTask(job.getConfiguration());
      buckets = VocabularyReader.bucketsInTask(job.getConfiguration());
      run.directory().getFileSystem(run.configuration()).mkdirs(run.directory());
    }
  }
}
