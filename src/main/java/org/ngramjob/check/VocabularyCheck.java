// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.CountClass;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.ngram.VocabularySection;
import org.ngramjob.store.VocabularyReader;

/**
 * Checks a vocabulary: the checksum of every section, that each word has the id whose word it is,
 * that ids fall with counts, and that these, and what the part files sum up, add up to the
 * header's.
 */
public final class VocabularyCheck {
  private final Path directory;
  private final Configuration configuration;

  public VocabularyCheck(Path directory, Configuration configuration) {
    this.directory = directory;
    this.configuration = configuration;
  }

  /** Runs the check. */
  public void run(Findings findings) throws IOException {
    try {
      boolean whole = true;
      List<VocabularyFile> parts = VocabularyReader.parts(directory, configuration);
      for (VocabularyFile part : parts) {
        try {
          part.verify();
        } catch (Failure e) {
          findings.defect(e.getMessage());
          whole = false;
        }
      }
      if (!whole) {
        findings.figure("words", "not checked: sections are damaged");
        return;
      }
      VocabularyHeader header = VocabularyReader.header(directory, configuration);
      MappedVocabulary vocabulary = MappedVocabulary.of(parts, header);
      checkWords(vocabulary, findings);
      checkSums(parts, header, findings);
    } catch (Failure e) {
      findings.defect(e.getMessage());
    }
  }

  private static void checkWords(MappedVocabulary vocabulary, Findings findings) {
    long tokens = vocabulary.count(SpecialWords.UNKNOWN);
    int before = Integer.MAX_VALUE;
    byte[] wordBefore = {};
    boolean inByteOrder = true;
    for (int id = SpecialWords.FIRST_WORD; id < vocabulary.size(); id++) {
      byte[] word = vocabulary.word(id);
      int found = vocabulary.id(word, 0, word.length);
      if (found != id) {
        findings.defect(
            "the word of id %d, '%s', has id %d"
                .formatted(id, new String(word, StandardCharsets.UTF_8), found));
      }
      long count = vocabulary.count(id);
      int countClass = CountClass.of(count);
      if (countClass > before) {
        findings.defect("the word of id %d is more frequent than that before it".formatted(id));
      }
      before = countClass;
      inByteOrder &= Arrays.compareUnsigned(wordBefore, word) < 0;
      wordBefore = word;
      tokens += count;
    }
    findings.figure("words", vocabulary.header().words());
    findings.figure("tokens", tokens);
    findings.figure("words_in_byte_order", inByteOrder ? "yes" : "no");
    if (tokens != vocabulary.header().tokens()) {
      findings.defect(
          "the header says %d tokens, the words' counts add up to %d"
              .formatted(vocabulary.header().tokens(), tokens));
    }
  }

  /** What part files say beside their sections has no checksum, but went into the header. */
  private static void checkSums(
      List<VocabularyFile> parts, VocabularyHeader header, Findings findings) {
    long sentences = 0;
    long words = 0;
    long tokens = 0;
    for (VocabularyFile part : parts) {
      sentences += part.sentences();
      words += part.droppedWords();
      tokens += part.droppedTokens();
      for (VocabularySection section : part.sections()) {
        words += section.words();
        tokens += section.tokens();
      }
    }
    // An ARPA file tells how frequent its unknown word is, but not of how many.
    long imported = header.unknownWords() == 0 ? header.unknownTokens() : 0;
    checkSum("sentences", header.sentences(), sentences, findings);
    checkSum("words, left out or not", header.words() + header.unknownWords(), words, findings);
    checkSum("tokens, left out or not", header.tokens() - imported, tokens, findings);
  }

  private static void checkSum(String what, long header, long parts, Findings findings) {
    if (header != parts) {
      findings.defect("the header says %d %s, the part files %d".formatted(header, what, parts));
    }
  }
}
