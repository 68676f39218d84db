// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramText;
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
    return new NgramText(this::word, target.size() + gone.size())
        .ngram(context.context(), context.depth(), word);
  }

  private byte[] word(int id) {
    return id < target.size() ? target.word(id) : gone.word(id - target.size());
  }
}
