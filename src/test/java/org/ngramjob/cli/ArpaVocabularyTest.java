// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.reference.ArpaText;

/** The unigrams of an ARPA file are the vocabulary, whatever the text that was counted. */
class ArpaVocabularyTest {
  @TempDir private Path directory;

  private CommandRun run(String arguments) {
    return CommandRun.of(
        arguments.replace("DIR", directory.toString().replace('\\', '/')).split(" "));
  }

  private void done(String arguments) {
    assertThat(run(arguments)).extracting(CommandRun::code).as(arguments).isEqualTo(0);
  }

  private void writeTables() throws IOException {
    Files.writeString(directory.resolve("words"), "a b c\nd e\n");
    Files.writeString(directory.resolve("text"), "a b\nx\n");
    done("vocabulary --segmenter whitespace --input DIR/words --output DIR/vocabulary");
    done("count --input DIR/text --vocabulary DIR/vocabulary --order 2 --output DIR/counts");
    done("estimate --counts DIR/counts --smoothing witten-bell --output DIR/model");
  }

  /**
   * Witten-Bell: T = 5 with two sentence ends, 4 kinds of words seen, V = 7: a word of the other
   * text gets 4/9 · 1/7 and, as it is no context, the weight 1.
   */
  @Test
  void wordsThatTheTextDoesNotHaveAreThere() throws IOException {
    writeTables();
    done("export --model DIR/model --output DIR/m.arpa");
    ArpaText arpa = ArpaText.read(directory.resolve("m.arpa"));
    assertThat(arpa.declared(1)).isEqualTo(8);
    assertThat(arpa.ngrams(1)).containsOnlyKeys("<unk>", "<s>", "</s>", "a", "b", "c", "d", "e");
    assertThat(arpa.ngrams(1).get("a")[0]).isCloseTo(Math.log10((1 + 4 / 7.0) / 9), within(1e-6));
    for (String absent : new String[] {"c", "d", "e"}) {
      assertThat(arpa.ngrams(1).get(absent)[0]).isCloseTo(Math.log10(4 / 7.0 / 9), within(1e-6));
      assertThat(arpa.ngrams(1).get(absent)[1]).isZero();
    }
    done("validate DIR/m.arpa");
  }

  /** Entropy pruning makes tables of logarithms, which have all words. */
  @Test
  void soAreThoseOfPrunedTables() throws IOException {
    writeTables();
    done(
        "estimate --counts DIR/counts --smoothing witten-bell --prune-entropy 1e-3 --output DIR/small");
    done("export --model DIR/small --output DIR/small.arpa");
    ArpaText arpa = ArpaText.read(directory.resolve("small.arpa"));
    assertThat(arpa.ngrams(1)).hasSize(8).containsKeys("c", "d", "e");
    done("validate DIR/small.arpa");
  }
}
