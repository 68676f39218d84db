// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.serializer.Deserializer;
import org.apache.hadoop.io.serializer.Serialization;
import org.apache.hadoop.io.serializer.Serializer;
import org.apache.hadoop.io.serializer.WritableSerialization;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.trie.Stripe;

/** Stripes as bytes: MRUnit copies what a reducer writes, where a job passes it on as it is. */
public final class CopiedStripes implements Serialization<SortedStripes> {
  /** Has MRUnit know it. */
  public static void use(Configuration configuration) {
    configuration.setStrings(
        "io.serializations", WritableSerialization.class.getName(), CopiedStripes.class.getName());
  }

  @Override
  public boolean accept(Class<?> type) {
    return SortedStripes.class.isAssignableFrom(type);
  }

  @Override
  public Serializer<SortedStripes> getSerializer(Class<SortedStripes> type) {
    return new Writer();
  }

  @Override
  public Deserializer<SortedStripes> getDeserializer(Class<SortedStripes> type) {
    return new Reader();
  }

  /**
   * By stripe: length of the context, its ids, number of followers, each with its count; then -1.
   */
  private static final class Writer implements Serializer<SortedStripes> {
    private DataOutputStream out;

    @Override
    public void open(OutputStream stream) {
      out = new DataOutputStream(stream);
    }

    @Override
    public void serialize(SortedStripes stripes) throws IOException {
      stripes.sendTo(
          stripe -> {
            out.writeInt(stripe.depth());
            for (int i = 0; i < stripe.depth(); i++) {
              out.writeInt(stripe.context()[i]);
            }
            out.writeInt(stripe.size());
            for (int i = 0; i < stripe.size(); i++) {
              out.writeInt(stripe.word(i));
              out.writeLong(stripe.count(i));
            }
          });
      out.writeInt(-1);
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private static final class Reader implements Deserializer<SortedStripes> {
    private DataInputStream in;

    @Override
    public void open(InputStream stream) {
      in = new DataInputStream(stream);
    }

    @Override
    public SortedStripes deserialize(SortedStripes unused) throws IOException {
      List<Stripe> stripes = new ArrayList<>();
      for (int depth = in.readInt(); depth >= 0; depth = in.readInt()) {
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
      return sink -> {
        for (Stripe stripe : stripes) {
          sink.stripe(stripe);
        }
      };
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
