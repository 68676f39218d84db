// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.Stripe;

class SortedStripesTest {
  /** One instance is filled again and again, as a merge does. */
  private static void send(SortedStripes.Source source, List<String> received) throws IOException {
    source.sendTo(
        stripe -> {
          StringBuilder text =
              new StringBuilder(Arrays.toString(Arrays.copyOf(stripe.context(), stripe.depth())));
          for (int i = 0; i < stripe.size(); i++) {
            text.append(' ').append(stripe.word(i)).append('x').append(stripe.count(i));
          }
          received.add(text.toString());
        });
  }

  private static SortedStripes example() {
    return new SortedStripes(
        sink -> {
          Stripe stripe = new Stripe(10);
          stripe.begin(new int[0], 0);
          stripe.add(5, 1);
          sink.stripe(stripe);
          stripe.begin(new int[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, 9);
          stripe.add(2, 1L << 40);
          stripe.add(70_000, 3);
          sink.stripe(stripe);
        });
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    DataOutputBuffer out = new DataOutputBuffer();
    example().write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    SortedStripes read = new SortedStripes();
    read.readFields(in);
    assertThat(in.available()).isZero();
    List<String> received = new ArrayList<>();
    send(read::sendTo, received);
    assertThat(received)
        .containsExactly("[] 5x1", "[9, 8, 7, 6, 5, 4, 3, 2, 1] 2x1099511627776 70000x3");
  }

  @Test
  void withoutASourceThereAreNone() throws IOException {
    List<String> received = new ArrayList<>();
    send(new SortedStripes()::sendTo, received);
    assertThat(received).isEmpty();
  }
}
