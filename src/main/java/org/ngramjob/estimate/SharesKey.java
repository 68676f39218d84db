// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.nio.ByteBuffer;
import org.apache.hadoop.io.BytesWritable;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.smooth.HeldOutFit;

/**
 * The shares of a token as the bytes of a key, so that equal tokens meet: for order 1, 2, … the
 * share seen and the share lost, as doubles. A record reads and writes them.
 */
final class SharesKey {
  private static final int ORDER_BYTES = 2 * Double.BYTES;

  private final byte[] bytes = new byte[NgramOrder.LONGEST * ORDER_BYTES];
  private final double[] seen = new double[NgramOrder.LONGEST];
  private final double[] lost = new double[NgramOrder.LONGEST];

  void write(int orders, double[] seenShares, double[] lostShares, BytesWritable key) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int n = 0; n < orders; n++) {
      buffer.putDouble(seenShares[n]).putDouble(lostShares[n]);
    }
    key.set(bytes, 0, orders * ORDER_BYTES);
  }

  /** Adds as many tokens with these shares. */
  void addTo(HeldOutFit text, BytesWritable key, long times) {
    ByteBuffer buffer = ByteBuffer.wrap(key.getBytes());
    int orders = key.getLength() / ORDER_BYTES;
    for (int n = 0; n < orders; n++) {
      seen[n] = buffer.getDouble();
      lost[n] = buffer.getDouble();
    }
    text.add(orders, seen, lost, times);
  }
}
