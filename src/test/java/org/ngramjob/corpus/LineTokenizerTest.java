// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.output.NullOutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pipeline.IfExists;
import org.ngramjob.pipeline.Invocation;
import org.ngramjob.pipeline.Plan;
import org.ngramjob.pipeline.Runner;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.TokenSink;

/** Lines through a real job in the local runner, with a segmenter that cuts at white space. */
class LineTokenizerTest {
  @TempDir Path directory;

  private Counters count(SpecialWordPolicy policy, byte[]... lines) throws IOException {
    Path file = directory.resolve("text.txt");
    try (var out = Files.newOutputStream(file)) {
      for (byte[] line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
    return count(new CorpusSettings(List.of(file.toString()), TextEncoding.UTF8, 20, 0.01, policy));
  }

  private Counters count(CorpusSettings settings) {
    CountStage stage = new CountStage(settings, directory.resolve("out").toString());
    new Runner(new Configuration(), Invocation.of(List.of()), System.err, false)
        .run(Plan.of("count", stage), IfExists.FAIL);
    return stage.counters;
  }

  private static byte[] utf8(String line) {
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static long value(Counters counters, LineCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  @Test
  void countsEverythingItSees() throws IOException {
    Counters counters =
        count(
            SpecialWordPolicy.SKIP,
            utf8("词性 是 动词"),
            utf8(""),
            utf8(" \r"),
            new byte[] {(byte) 0xB4, (byte) 0xCA}, // 词 in GB18030
            utf8("x".repeat(21)),
            utf8("<s> a\u0000b </s>"));

    assertThat(value(counters, LineCounter.LINES)).isEqualTo(6);
    // 词性 是 动词 is 17 bytes, then 0, 2, 2, 21 and 12.
    assertThat(value(counters, LineCounter.BYTES)).isEqualTo(17 + 2 + 2 + 21 + 12);
    assertThat(value(counters, LineCounter.BLANK_LINES)).isEqualTo(2);
    assertThat(value(counters, LineCounter.UNDECODABLE_LINES)).isEqualTo(1);
    assertThat(value(counters, LineCounter.OVERLONG_LINES)).isEqualTo(1);
    assertThat(value(counters, LineCounter.TOKENS)).isEqualTo(5);
    assertThat(value(counters, LineCounter.SENTENCES)).isEqualTo(4);
    assertThat(value(counters, LineCounter.SPECIAL_WORDS)).isEqualTo(2);
  }

  /** 5,000 times eight lines: of what is counted, nothing is given on twice or forgotten. */
  @Test
  void countsLinesThatAreGivenOnInParts() throws IOException {
    byte[][] eight = {
      utf8("词性 是 动词"),
      utf8("词性 是 动词"),
      utf8(""),
      utf8("词性 是 动词"),
      new byte[] {(byte) 0xB4, (byte) 0xCA},
      utf8("<s> a"),
      utf8("x".repeat(21)),
      utf8("词性 是 动词")
    };
    byte[][] lines = new byte[8 * 5000][];
    Arrays.setAll(lines, i -> eight[i % 8]);
    Counters counters = count(SpecialWordPolicy.SKIP, lines);

    assertThat(value(counters, LineCounter.LINES)).isEqualTo(40_000);
    assertThat(value(counters, LineCounter.BYTES)).isEqualTo(5000 * (4 * 17 + 2 + 5 + 21));
    assertThat(value(counters, LineCounter.BLANK_LINES)).isEqualTo(5000);
    assertThat(value(counters, LineCounter.UNDECODABLE_LINES)).isEqualTo(5000);
    assertThat(value(counters, LineCounter.OVERLONG_LINES)).isEqualTo(5000);
    assertThat(value(counters, LineCounter.TOKENS)).isEqualTo(5000 * (4 * 3 + 1));
    // Blank lines are sentences to this segmenter.
    assertThat(value(counters, LineCounter.SENTENCES)).isEqualTo(5000 * (4 + 1 + 1));
    assertThat(value(counters, LineCounter.SPECIAL_WORDS)).isEqualTo(5000);
  }

  @Test
  void failsAtASpecialWordWithFileAndPlace() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> count(SpecialWordPolicy.FAIL, utf8("词"), utf8("a <unk> b")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("<unk>")
        .hasMessageContaining("text.txt, in the line at byte 4");
  }

  @Test
  void carriesADamagedInputToTheDriver() throws IOException {
    Files.write(directory.resolve("cut.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0});

    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> count(CorpusSettings.of(List.of(directory.resolve("cut.gz").toString()))));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("gzip -t cut.gz");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  /** Reads text and writes nothing but a marker. */
  private static final class CountStage implements Stage {
    private final CorpusSettings settings;
    private final String output;
    private Counters counters;

    CountStage(CorpusSettings settings, String output) {
      this.settings = settings;
      this.output = output;
    }

    @Override
    public String name() {
      return "count";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<org.apache.hadoop.fs.Path> inputs() {
      return settings.inputs().stream().map(org.apache.hadoop.fs.Path::new).toList();
    }

    @Override
    public org.apache.hadoop.fs.Path output() {
      return new org.apache.hadoop.fs.Path(output);
    }

    @Override
    public java.util.SortedMap<String, String> settings() {
      return new java.util.TreeMap<>();
    }

    @Override
    public void run(StageRun run) throws IOException, InterruptedException {
      Job job = run.newJob("count");
      settings.writeTo(job.getConfiguration());
      job.setInputFormatClass(LineInputFormat.class);
      job.setMapperClass(TokenMapper.class);
      job.setOutputFormatClass(NullOutputFormat.class);
      job.setNumReduceTasks(0);
      counters = run.runJob(job);
      run.directory().getFileSystem(run.configuration()).mkdirs(run.directory());
    }
  }

  static final class TokenMapper extends Mapper<LongWritable, Text, Text, Text>
      implements TokenSink {
    @Override
    public void run(Context context) throws IOException, InterruptedException {
      TaskFailures.carry(
          context,
          () -> {
            LineTokenizer tokens = LineTokenizer.of(context, new Blanks(), this);
            while (context.nextKeyValue()) {
              tokens.lines(context.getCurrentKey().get(), context.getCurrentValue());
            }
            tokens.flush();
          });
    }

    @Override
    public void token(byte[] utf8, int from, int to) {}

    @Override
    public void endOfSentence() {}

    @Override
    public void specialWord(int id) {}
  }

  /** One sentence per line, cut at white space and NUL. */
  private static final class Blanks implements Segmenter {
    @Override
    public void segment(byte[] text, int from, int to, TokenSink sink) {
      List<String> words = new ArrayList<>();
      words.addAll(
          List.of(new String(text, from, to - from, StandardCharsets.UTF_8).split("[\u0000\\s]+")));
      for (String word : words) {
        int special = SpecialWords.FORMS.indexOf(word);
        if (special >= 0) {
          sink.specialWord(special);
        } else if (!word.isEmpty()) {
          byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
          sink.token(utf8, 0, utf8.length);
        }
      }
      sink.endOfSentence();
    }

    @Override
    public String fingerprint() {
      return "blanks";
    }
  }
}
