// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import org.apache.hadoop.io.WritableComparator;
import org.apache.hadoop.io.WritableUtils;

/**
 * The order of {@link WordKey}s: words before sentences, then logical partition, then bytes
 * (unsigned). Words of partition 3 come before all of partition 4; in a partition 词 comes before
 * 词性. Compares serialised keys without reading them.
 */
final class WordKeyOrder extends WritableComparator {
  WordKeyOrder() {
    super(WordKey.class, true);
  }

  @Override
  public int compare(byte[] a, int aBegin, int aLength, byte[] b, int bBegin, int bLength) {
    int aSize = WritableUtils.decodeVIntSize(a[aBegin]);
    int bSize = WritableUtils.decodeVIntSize(b[bBegin]);
    return compareBytes(a, aBegin + aSize, aLength - aSize, b, bBegin + bSize, bLength - bSize);
  }
}
