// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import org.apache.hadoop.io.BytesWritable;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.HeldOutFit;
import org.ngramjob.smooth.SmoothingMethods;

class SharesKeyTest {
  private static final double[] SEEN = {0.5, 0.25, 0.125};
  private static final double[] LOST = {0, 0.75, 1};

  private final SharesKey shares = new SharesKey();

  /** The weight that the text gives an order: what its contexts do not free. */
  private static double lambda(int order, HeldOutFit text) {
    return 1
        - SmoothingMethods.fit(SmoothingMethods.parse("jelinek-mercer:heldout=text"), text)
            .freed(order, ContextTotals.of(1));
  }

  private byte[] written(BytesWritable key, int orders, double[] seen, double[] lost) {
    shares.write(orders, seen, lost, key);
    return key.copyBytes();
  }

  @Test
  void bytesAreTheSharesOfEachOrder() {
    assertThat(written(new BytesWritable(), 2, SEEN, LOST))
        .isEqualTo(
            ByteBuffer.allocate(32)
                .putDouble(0.5)
                .putDouble(0)
                .putDouble(0.25)
                .putDouble(0.75)
                .array());
  }

  /** Tokens are the same only if their orders are: a key keeps nothing of a longer one. */
  @Test
  void aShorterKeyAfterALongerOneIsAsIfItWereAlone() {
    BytesWritable key = new BytesWritable();
    written(key, 3, SEEN, LOST);
    assertThat(written(key, 1, SEEN, LOST))
        .isEqualTo(ByteBuffer.allocate(16).putDouble(0.5).putDouble(0).array());
    assertThat(written(key, 0, SEEN, LOST)).isEmpty();
  }

  /**
   * V = 10, order 1: 9 tokens with m = 0.5 and one with 0 fit λ = 0.875, as HeldOutFitTest works
   * out. The key of the second is read into an object that has held a longer one.
   */
  @Test
  void readsBackIntoTheFitWhatItHasWritten() {
    HeldOutFit text = new HeldOutFit(1, 10);
    BytesWritable key = new BytesWritable();
    shares.write(1, new double[] {0.5}, new double[1], key);
    shares.addTo(text, key, 9);
    BytesWritable longer = new BytesWritable();
    shares.write(3, SEEN, LOST, longer);
    shares.write(1, new double[] {0}, new double[1], longer);
    shares.addTo(text, longer, 1);
    assertThat(text.rows()).isEqualTo(2);
    assertThat(lambda(1, text)).isCloseTo(0.875, within(1e-6));
  }

  /**
   * The same 9 : 1 at order 2 above an order 1 that gives 0.1 = 1/V to both, with and without lost
   * shares: p = λ (m + l · 0.1) + (1 - λ) · 0.1, so for m = 0.5 - 0.1 l nothing changes.
   */
  @Test
  void lostSharesAreReadAsLost() {
    HeldOutFit text = new HeldOutFit(2, 10);
    BytesWritable key = new BytesWritable();
    shares.write(2, new double[] {0.1, 0.45}, new double[] {0, 0.5}, key);
    shares.addTo(text, key, 9);
    shares.write(2, new double[] {0.1, 0}, new double[2], key);
    shares.addTo(text, key, 1);
    assertThat(lambda(2, text)).isCloseTo(0.875, within(1e-6));
  }
}
