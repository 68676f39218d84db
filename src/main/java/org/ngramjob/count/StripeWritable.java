// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.trie.Stripe;

/** A stripe on its way from the reducer to the file; in a job it is passed on as it is. */
public final class StripeWritable implements Writable {
  private Stripe stripe = new Stripe(NgramOrder.LONGEST);

  public StripeWritable set(Stripe newStripe) {
    stripe = newStripe;
    return this;
  }

  public Stripe get() {
    return stripe;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(stripe.depth());
    for (int i = 0; i < stripe.depth(); i++) {
      out.writeInt(stripe.context()[i]);
    }
    out.writeInt(stripe.size());
    for (int i = 0; i < stripe.size(); i++) {
      out.writeInt(stripe.word(i));
      out.writeLong(stripe.count(i));
    }
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    int[] context = new int[in.readInt()];
    for (int i = 0; i < context.length; i++) {
      context[i] = in.readInt();
    }
    stripe = new Stripe(NgramOrder.LONGEST);
    stripe.begin(context, context.length);
    for (int i = in.readInt(); i > 0; i--) {
      stripe.add(in.readInt(), in.readLong());
    }
  }
}
