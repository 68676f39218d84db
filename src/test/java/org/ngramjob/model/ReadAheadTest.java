// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  /** 1 and 256 as eight little-endian bytes, at 0 and at 1 of the same bytes. */
  @Test
  void readsAllThatItIsAskedForOnce() {
    byte[] bytes = {0, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    TableBytes source = TableBytes.of(ByteBuffer.wrap(bytes));
    ReadAhead ahead = new ReadAhead(2);
    ahead.add(source, 0);
    ahead.add(source, 1);
    ahead.read();
    ahead.read();
    assertThat(ahead.sum()).isEqualTo(257);
    ahead.note(3);
    assertThat(ahead.sum()).isEqualTo(260);
  }

  @Test
  void readsMappedBytesAlike() {
    ByteBuffer direct = ByteBuffer.allocateDirect(9).put(1, (byte) 7);
    ReadAhead ahead = new ReadAhead(1);
    ahead.add(TableBytes.of(direct), 1);
    ahead.read();
    assertThat(ahead.sum()).isEqualTo(7);
  }
}
