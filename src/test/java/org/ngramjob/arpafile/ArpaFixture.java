// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

/** ARPA files in the text of a test, and models imported from them. */
final class ArpaFixture {
  /**
   * Order 2 over the words a and b. P(a) = P(b) = 0.4, P(&lt;/s&gt;) = 0.1, P(&lt;unk&gt;) = 0.1;
   * P(b|a) = 0.5 and weight(a) = (1 - 0.5) / (1 - 0.4) = 0.833…; P(a|&lt;s&gt;) = 0.7 and
   * weight(&lt;s&gt;) = 0.3 / 0.6 = 0.5; P(&lt;/s&gt;|b) = 0.55, weight(b) = 0.45 / 0.9 = 0.5.
   */
  static final String BIGRAMS =
      """
      \\data\\
      ngram 1=5
      ngram 2=3

      \\1-grams:
      -1\t<unk>\t0
      0\t<s>\t-0.30103
      -1\t</s>\t0
      -0.39794\ta\t-0.0791812
      -0.39794\tb\t-0.30103

      \\2-grams:
      -0.1549020\t<s> a
      -0.30103\ta b
      -0.2596373\tb </s>

      \\end\\
      """;

  /** Order 3: "a b c" with all that closure asks for. */
  static final String TRIGRAMS =
      """
      \\data\\
      ngram 1=6
      ngram 2=2
      ngram 3=1

      \\1-grams:
      -1\t<unk>
      -99\t<s>
      -1\t</s>
      -0.5\ta\t-0.1
      -0.6\tb\t-0.2
      -0.7\tc

      \\2-grams:
      -0.3\ta b\t-0.4
      -0.4\tb c

      \\3-grams:
      -0.2\ta b c

      \\end\\
      """;

  static final String FILE = "m.arpa";

  private ArpaFixture() {}

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static LanguageModel open(InputStream in, Path directory) throws IOException {
    return open(in, directory, 1 << 20, 1 << 20);
  }

  static LanguageModel open(InputStream in, Path directory, long sortBytes, long bucketEntries)
      throws IOException {
    read(in, directory, Defects.stopping(), sortBytes, bucketEntries);
    return ModelDirectory.open(directory);
  }

  static void read(
      InputStream in, Path directory, Defects defects, long sortBytes, long bucketEntries)
      throws IOException {
    SegmenterSettings settings = SegmenterSettings.of("whitespace");
    String fingerprint = Segmenters.create(settings).fingerprint();
    new ArpaImport(FILE, fingerprint, settings.toMap(), defects, sortBytes, bucketEntries)
        .read(in, ArpaImport.Target.local(directory));
  }

  /** log10 P(last word | the words before it), of words between spaces. */
  static double log10(LanguageModel model, String ngram) {
    int[] reversed = reversed(model, ngram);
    ContextPath path = model.newPath().goTo(reversed, 1, reversed.length - 1);
    return Math.log10(model.probability(path, reversed[0]));
  }

  /** The ids of words between spaces, the last one first. */
  static int[] reversed(LanguageModel model, String ngram) {
    String[] words = ngram.split(" ", -1);
    int[] ids = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[words.length - 1 - i].getBytes(StandardCharsets.UTF_8);
      ids[i] = model.vocabulary().id(word, 0, word.length);
    }
    return ids;
  }
}
