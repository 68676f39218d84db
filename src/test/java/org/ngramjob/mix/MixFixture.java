// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ngramjob.arpafile.ArpaImport;
import org.ngramjob.arpafile.Defects;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.pieces.WordText;

/** Models to be mixed, and their mixture, without a command. */
final class MixFixture {
  private MixFixture() {}

  /** A model of some lines, words between spaces. */
  static LanguageModel model(Path directory, int order, String smoothing, String... lines)
      throws IOException {
    return ModelDirectory.open(ModelFixture.of(order, smoothing).write(directory, List.of(lines)));
  }

  /** A model in an ARPA file. */
  static LanguageModel imported(Path directory, String arpa) throws IOException {
    return read(directory, new ByteArrayInputStream(arpa.getBytes(UTF_8)));
  }

  /** The mixture, as the stage makes it. */
  static LanguageModel mixed(Path directory, MixtureWeights weights, LanguageModel... models)
      throws IOException {
    List<LanguageModel> parts = List.of(models);
    UnionVocabulary words = UnionVocabulary.of(parts);
    MixtureWalk walk = new MixtureWalk(parts, words, weights);
    Path scratch = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-"));
    try (MixtureText text = new MixtureText(walk.order(), new WordText(words), scratch)) {
      walk.walk(text, share -> {});
      try (var in = text.read()) {
        return read(directory, in);
      }
    }
  }

  private static LanguageModel read(Path directory, java.io.InputStream in) throws IOException {
    new ArpaImport("mixture", "whitespace/1", Map.of(), Defects.stopping())
        .read(in, ArpaImport.Target.local(directory));
    return ModelDirectory.open(directory);
  }

  /** Random sentences of words w0, w1, …, the first of which are the most frequent. */
  static String[] text(Random random, int sentences, int words) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < sentences; i++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(8); length >= 0; length--) {
        double skewed = random.nextDouble() * random.nextDouble();
        line.append('w').append((int) (words * skewed)).append(' ');
      }
      lines.add(line.toString());
    }
    return lines.toArray(String[]::new);
  }

  static int id(Vocabulary vocabulary, String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return vocabulary.id(utf8, 0, utf8.length);
  }

  static String word(Vocabulary vocabulary, int id) {
    return new String(vocabulary.word(id), UTF_8);
  }
}
