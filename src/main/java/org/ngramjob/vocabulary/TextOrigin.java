// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;
import org.ngramjob.store.WholeFile;

/**
 * What a vocabulary's directory says of the text it comes from.
 *
 * @param inputs where it was, for messages
 * @param settings every setting that can change a token, but for the encoding of its text
 * @param segmenter fingerprint of what cut it
 * @param userDictionary content of the user dictionary, where it was cut with one
 * @param skipped what was left out of it, by reason
 */
record TextOrigin(
    String inputs,
    SortedMap<String, String> settings,
    String segmenter,
    Optional<byte[]> userDictionary,
    SortedMap<String, Long> skipped) {
  /** Of a text that was read by a job. */
  static TextOrigin of(TextSource text, Counters counters, Configuration configuration)
      throws IOException {
    UserDictionary dictionary = userDictionary(text, configuration);
    return new TextOrigin(
        String.join(",", text.corpus().inputs()),
        text.decodedSettings(),
        Segmenters.create(text.segmenter(), dictionary).fingerprint(),
        text.userDictionary().map(file -> dictionary.content()),
        skipped(counters));
  }

  private static SortedMap<String, Long> skipped(Counters counters) {
    SortedMap<String, Long> skipped = new TreeMap<>();
    for (LineCounter counter : LineCounter.recorded()) {
      String name = counter.name().toLowerCase(Locale.ROOT).replace('_', '-');
      skipped.put(name, counters.findCounter(counter).getValue());
    }
    return skipped;
  }

  private static UserDictionary userDictionary(TextSource text, Configuration configuration)
      throws IOException {
    if (text.userDictionary().isEmpty()) {
      return UserDictionary.NONE;
    }
    Path file = text.userDictionary().get();
    return UserDictionary.parse(WholeFile.bytes(file, configuration), file.toString());
  }
}
