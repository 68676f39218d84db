// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.Stripe;

/**
 * Says that what is to be taken away is not there.
 *
 * @param whole the counts to take from
 * @param taken the counts to take
 * @param target words that are left
 * @param gone words of the whole, whose ids stand behind those of the target
 */
record Shortfall(Path whole, List<Path> taken, Vocabulary target, Vocabulary gone) {
  private static final String REMEDY = "take away only what was added, once";

  /** An n-gram would be left less than zero times. */
  Failure tooMuch(Stripe context, int word, long there, long asked) {
    return Failure.badInput(
        "%s is no part of %s: it has the n-gram \"%s\" %d times, the latter %d times; %s"
            .formatted(names(), whole, text(context, word), asked, there, REMEDY));
  }

  /** An n-gram would be left of which a word is not. */
  Failure leftOver(Stripe context, int word) {
    return Failure.badInput(
        "%s is no part of %s: without it the n-gram \"%s\" is left, but not all of its words; %s"
            .formatted(names(), whole, text(context, word), REMEDY));
  }

  private String names() {
    return taken.stream().map(Path::toString).collect(Collectors.joining(","));
  }

  private String text(Stripe context, int word) {
    StringBuilder text = new StringBuilder();
    for (int i = context.depth() - 1; i >= 0; i--) {
      text.append(word(context.context()[i])).append(' ');
    }
    return text.append(word(word)).toString();
  }

  private String word(int id) {
    boolean left = id < target.size();
    return new String(left ? target.word(id) : gone.word(id - target.size()), UTF_8);
  }
}
