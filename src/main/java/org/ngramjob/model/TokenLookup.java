// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.smooth.Smoothing;

/**
 * One token of a {@link TokenBatch} on its way: at each depth it looks for the token among the
 * followers of the context and for the context's next word among the longer contexts. It does both
 * in three steps, so that others may take theirs while the memory is under way: each step reads
 * what the step before has asked for, and asks for what the next one will read.
 */
final class TokenLookup {
  private static final int NONE = -1;

  private final ContextPath path;
  private final Smoothing smoothing;
  private int word;
  private int upperNode;
  private int bucketNode;

  /** Whether the context may go on here, and the next word and the range in which it may stand. */
  private boolean descending;

  private int next;
  private ListIndex siblings;
  private long children;

  /** Whether the context is known here; what it frees and keeps. */
  private boolean known;

  private ModelShard totalsShard;

  private int totalsCode;
  private ContextShares shares;

  /** Whether the word may follow here; whether it is looked for, and where it may stand. */
  private boolean following;

  private boolean searching;
  private ShardLevel level;
  private long followers;

  /** The token before, where contexts of this one count its n-grams; else null. */
  private TokenLookup previous;

  /** The longest context after which the next token's contexts count this one's word. */
  private int countedUpTo;

  TokenLookup(ContextPath path, Smoothing smoothing) {
    this.path = path;
    this.smoothing = smoothing;
  }

  void begin(int[] reversed, int from, int length, int newWord) {
    path.begin(reversed, from, length);
    word = newWord;
    upperNode = 0;
    bucketNode = 0;
    descending = true;
    known = true;
    following = true;
    previous = null;
    countedUpTo = 0;
  }

  /**
   * Takes the place after a token. Where the one's word is the nearest of the other's context, an
   * n-gram that ends there is a context here, and its count is the number of that one's children:
   * looking for the context is enough. Not so where it begins with {@code <s>}, which has nothing
   * to its left, or is so long that its context has no children.
   */
  void follow(TokenLookup before) {
    ContextPath shorter = before.path;
    int longest = Math.min(path.order() - 3, shorter.length());
    int words = 0;
    while (words < longest
        && shorter.contextWord(words) != SpecialWords.BEGIN
        && path.contextWord(words + 1) == shorter.contextWord(words)) {
      words++;
    }
    if (words > 0 && path.length() > words && path.contextWord(0) == before.word) {
      before.countedUpTo = words;
      previous = before;
    }
  }

  /** Is told by the next token how often the word follows the context at a depth; 0 for never. */
  private void learn(int depth, long count) {
    path.counted(depth, count);
    following &= count > 0;
  }

  ContextPath path() {
    return path;
  }

  int word() {
    return word;
  }

  /** First step, at a node that has been found: which lists are to be looked at. */
  void open(int depth, ReadAhead ahead) {
    boolean counting = depth > 1 && previous != null && depth - 1 <= previous.countedUpTo;
    if (path.depth() < depth) {
      known = false;
      descending = false;
      following = false;
      searching = false;
      if (counting) {
        previous.learn(depth - 1, 0);
      }
      return;
    }
    ModelShard bucket = path.bucket();
    level = bucket.level(depth);
    int node = bucketNode;
    long parts = 0;
    long end = 0;
    if (node >= 0) {
      parts = level.nodeParts(node);
      end = level.nodeParts(node + 1);
    }
    if (counting) {
      previous.learn(depth - 1, level.child(end, node + 1) - level.child(parts, node));
    }
    descending = depth < path.length();
    if (descending) {
      next = path.contextWord(depth);
      siblings = bucket.level(depth + 1).siblings();
      children =
          node < 0 ? 0 : ListIndex.range(level.child(parts, node), level.child(end, node + 1));
      siblings.ask(children, next, ahead);
    }
    ModelShard shard = bucket;
    if (upperNode >= 0) {
      shard = path.upper();
      level = shard.level(depth);
      node = upperNode;
      parts = level.nodeParts(node);
      end = level.nodeParts(node + 1);
    }
    if (smoothing != null) {
      totalsShard = shard;
      totalsCode = level.state(parts, node);
    }
    searching = following && (depth == 0 || depth > countedUpTo);
    if (searching) {
      followers = ListIndex.range(level.follower(parts, node), level.follower(end, node + 1));
      level.lists().ask(followers, word, ahead);
    }
  }

  /** Second step: which parts of the lists. */
  void narrow(ReadAhead ahead) {
    if (descending) {
      children = siblings.narrow(children, next, ahead);
    }
    if (searching) {
      followers = level.lists().narrow(followers, word, ahead);
    }
  }

  /** Meanwhile: what the context frees and keeps. */
  void findShares(int depth) {
    if (known) {
      shares = totalsShard.shares(depth, totalsCode, smoothing);
    }
  }

  long touchShares() {
    return shares.touch();
  }

  /** Third step: whether the word and the longer context are there. */
  void find(int depth) {
    if (!known) {
      return;
    }
    int place = searching ? level.lists().placeIn(followers, word) : NONE;
    long value = 0;
    if (place >= 0) {
      long parts = level.followerParts(place);
      if (level.word(parts, place) == word) {
        int code = level.value(parts, place);
        value = smoothing == null ? code : level.countOfCode(code);
      } else {
        place = NONE;
      }
    }
    path.found(depth, word, place, value, shares);
    // What a shorter context has not seen, a longer one cannot have.
    following &= !searching || place >= 0;
    if (descending) {
      upperNode = upperNode < 0 ? NONE : path.upper().child(depth, upperNode, next);
      bucketNode = siblings.findIn(children, next);
      if (upperNode >= 0 || bucketNode >= 0) {
        path.reach(upperNode, bucketNode);
      }
    }
  }
}
