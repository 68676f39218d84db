// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.query.TextIds;
import org.ngramjob.query.TextScore;
import org.ngramjob.query.TextScorer;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

/** What a model makes of a text that is segmented already. */
public final class ScoredText {
  private ScoredText() {}

  /** The score of all lines of a gzip file. */
  public static TextScore of(LanguageModel model, Path file) throws IOException {
    Segmenter segmenter = Segmenters.create(SegmenterSettings.of("whitespace"));
    TextIds ids = new TextIds(segmenter, model.vocabulary());
    TextScorer scorer = new TextScorer(model);
    byte[] text = unpacked(file);
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        ids.read(text, from, i, scorer);
        from = i + 1;
      }
    }
    return scorer.take();
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
