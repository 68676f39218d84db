// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import org.ngramjob.exchange.NgramInput;
import org.ngramjob.exchange.NgramValues;
import org.ngramjob.prune.Requests;
import org.ngramjob.trie.BlockMerger;

/** What all mappers have asked a bucket to keep. */
final class ReceivedRequests implements Requests {
  private final NgramInput input;
  private final NgramValues[] byDepth;

  ReceivedRequests(int order, NgramInput input) {
    this.input = input;
    this.byDepth = new NgramValues[order];
    for (int depth = 0; depth < order; depth++) {
      byDepth[depth] = new NgramValues(depth + 1);
    }
  }

  /** Goes on to a bucket, not before one that was read. */
  void read(int bucket) throws IOException {
    for (int depth = 0; depth < byDepth.length; depth++) {
      byDepth[depth].clear();
      new BlockMerger(depth + 1).merge(input.only(bucket, depth + 1), byDepth[depth]::add);
    }
  }

  @Override
  public boolean has(int[] reversed, int depth, int word) {
    return byDepth[depth].valueOf(reversed, word) > 0;
  }
}
