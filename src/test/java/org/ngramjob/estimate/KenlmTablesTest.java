// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.reference.Oracle;
import org.ngramjob.testing.KenlmComparison;
import org.ngramjob.testing.LocalChain;

/**
 * The tables of the whole chain against KenLM's, {@code lmplz -o N [--prune …] < train.seg.txt},
 * entry by entry: the same n-grams, the same probabilities and back-off weights, in the tables and
 * in the file written from them.
 */
class KenlmTablesTest {
  @TempDir private Path directory;

  private LocalChain chain;

  private void count(int order) throws IOException {
    chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.bucket-weight", 5000)
            .with("mapreduce.job.reduces", 3);
    chain.count(Oracle.file("zh/train.seg.txt.gz"), order);
  }

  @Test
  void order1() throws IOException {
    count(1);
    compare("0", "zh/mkn.1.arpa.gz");
  }

  @Test
  void order2() throws IOException {
    count(2);
    compare("0", "zh/mkn.2.arpa.gz");
  }

  @Test
  void order3WholeAndPruned() throws IOException {
    count(3);
    compare("0", "zh/mkn.3.arpa.gz");
    compare("0 0 1", "zh/mkn.3.p001.arpa.gz");
    compare("0 1 1", "zh/mkn.3.p01.arpa.gz");
  }

  @Test
  void order5() throws IOException {
    count(5);
    compare("0", "zh/mkn.5.arpa.gz");
  }

  private void compare(String prune, String table) throws IOException {
    KenlmComparison.compare(chain, prune, Oracle.file(table));
  }
}
