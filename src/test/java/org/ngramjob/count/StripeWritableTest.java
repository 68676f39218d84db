// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.Stripe;

class StripeWritableTest {
  @Test
  void readsBackWhatItWrote() throws IOException {
    Stripe stripe = new Stripe(10);
    stripe.begin(new int[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, 9);
    stripe.add(2, 1L << 40);
    stripe.add(70_000, 3);
    DataOutputBuffer out = new DataOutputBuffer();
    new StripeWritable().set(stripe).write(out);
    DataInputBuffer in = new DataInputBuffer();
    in.reset(out.getData(), out.getLength());
    StripeWritable read = new StripeWritable();
    read.readFields(in);
    assertThat(read.get().depth()).isEqualTo(9);
    assertThat(read.get().context()).startsWith(9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(read.get().size()).isEqualTo(2);
    assertThat(read.get().word(1)).isEqualTo(70_000);
    assertThat(read.get().count(0)).isEqualTo(1L << 40);
    assertThat(in.available()).isZero();
  }
}
