// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.VLongWritable;
import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.WordHash;

class WordKeyTest {
  static WordKey word(String word) {
    WordKey key = new WordKey();
    byte[] utf8 = word.getBytes(UTF_8);
    key.setWord(utf8, 0, utf8.length);
    return key;
  }

  static WordKey sentences() {
    WordKey key = new WordKey();
    key.setSentences();
    return key;
  }

  private static DataOutputBuffer bytes(WordKey key) throws Exception {
    DataOutputBuffer out = new DataOutputBuffer();
    out.writeByte(99);
    key.write(out);
    return out;
  }

  private static List<WordKey> someKeys() {
    List<WordKey> keys = new ArrayList<>(List.of(sentences(), word("a")));
    Random random = new Random(8);
    for (int i = 0; i < 100; i++) {
      String text = Integer.toString(random.nextInt(200), 5).repeat(1 + random.nextInt(40));
      keys.add(random.nextInt(20) > 0 ? word(text) : sentences());
      keys.add(word(new String(Character.toChars(0x80 + random.nextInt(0x10000 - 0x2880)))));
    }
    return keys;
  }

  @Test
  void survivesSerialisation() throws Exception {
    WordKey read = new WordKey();
    for (WordKey key : someKeys()) {
      DataOutputBuffer out = bytes(key);
      DataInputBuffer in = new DataInputBuffer();
      in.reset(out.getData(), 1, out.getLength() - 1);
      read.readFields(in);
      assertThat(read).isEqualTo(key).hasSameHashCodeAs(key).hasToString(key.toString());
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void givesBackItsParts() {
    WordKey word = word("词性");
    assertThat(word.kind()).isEqualTo(WordKey.Kind.WORD);
    assertThat(word.partition()).isEqualTo(SectionFixture.partition("词性"));
    assertThat(new String(word.bytes(), word.from(), word.to() - word.from(), UTF_8))
        .isEqualTo("词性");
  }

  @Test
  void rawOrderAgreesWithTheOrderOfObjects() throws Exception {
    WordKeyOrder order = new WordKeyOrder();
    List<WordKey> keys = someKeys();
    for (WordKey a : keys) {
      DataOutputBuffer rawA = bytes(a);
      for (WordKey b : keys) {
        DataOutputBuffer rawB = bytes(b);
        int raw =
            order.compare(
                rawA.getData(), 1, rawA.getLength() - 1, rawB.getData(), 1, rawB.getLength() - 1);
        assertThat(Integer.signum(raw)).isEqualTo(Integer.signum(a.compareTo(b)));
      }
    }
  }

  @Test
  void wordsComeByPartitionThenBytesAndSentencesAfterThem() {
    List<WordKey> keys = someKeys();
    Collections.sort(keys);
    for (int i = 1; i < keys.size(); i++) {
      WordKey before = keys.get(i - 1);
      WordKey after = keys.get(i);
      assertThat(before.kind()).isLessThanOrEqualTo(after.kind());
      if (before.kind() == after.kind()) {
        assertThat(before.partition()).isLessThanOrEqualTo(after.partition());
      }
    }
  }

  @Test
  void reducersGetContiguousRangesOfPartitions() {
    WordPartitioner partitioner = new WordPartitioner();
    for (int reducers : new int[] {1, 3, 7, 64, 100}) {
      int[] reducerOf = new int[WordHash.PARTITIONS];
      for (int i = 0; i < 2000; i++) {
        WordKey key = word("w" + i);
        int reducer = partitioner.getPartition(key, new VLongWritable(1), reducers);
        assertThat(reducer).isBetween(0, reducers - 1);
        reducerOf[key.partition()] = reducer;
      }
      assertThat(reducerOf).isSorted();
      assertThat(reducerOf[63]).isEqualTo(reducers - 1 - (reducers > 64 ? 1 : 0));
    }
  }
}
