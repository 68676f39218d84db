// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.io.Writable;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.trie.Stripe;
import org.ngramjob.trie.StripeSink;

/**
 * All stripes of a reducer on their way to the file, as one record that gives them one by one: the
 * framework's bookkeeping for a record costs more than our work for a stripe.
 */
public final class SortedStripes implements Writable {
  /** Where the stripes come from; good for one use. */
  @FunctionalInterface
  public interface Source {
    void sendTo(StripeSink sink) throws IOException;
  }

  private Source source;

  /** For the framework, which fills it by {@link #readFields}; no stripes until then. */
  public SortedStripes() {
    this(sink -> {});
  }

  /** The stripes of a source. */
  public SortedStripes(Source source) {
    this.source = source;
  }

  /** Hands all stripes to the sink, in order. */
  public void sendTo(StripeSink sink) throws IOException {
    source.sendTo(sink);
  }

  /** A job never does this: the record is passed on as it is. Uses up the source. */
  @Override
  public void write(DataOutput out) throws IOException {
    sendTo(
        stripe -> {
          out.writeByte(stripe.depth());
          for (int i = 0; i < stripe.depth(); i++) {
            out.writeInt(stripe.context()[i]);
          }
          out.writeInt(stripe.size());
          for (int i = 0; i < stripe.size(); i++) {
            out.writeInt(stripe.word(i));
            out.writeLong(stripe.count(i));
          }
        });
    out.writeByte(-1);
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    List<Stripe> stripes = new ArrayList<>();
    for (int depth = in.readByte(); depth >= 0; depth = in.readByte()) {
      int[] context = new int[depth];
      for (int i = 0; i < depth; i++) {
        context[i] = in.readInt();
      }
      Stripe stripe = new Stripe(NgramOrder.LONGEST);
      stripe.begin(context, depth);
      for (int i = in.readInt(); i > 0; i--) {
        stripe.add(in.readInt(), in.readLong());
      }
      stripes.add(stripe);
    }
    source =
        sink -> {
          for (Stripe stripe : stripes) {
            sink.stripe(stripe);
          }
        };
  }
}
