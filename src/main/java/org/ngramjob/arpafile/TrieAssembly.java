// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.NgramText;
import org.ngramjob.ngram.Vocabulary;

/**
 * Turns sorted entries into tables, and sees that each n-gram stands there once, with its context
 * and its suffix: "a b c" needs "a b" and "b c".
 *
 * <p>In: entries in the order of {@link EntrySort}. Out: nodes for {@link TableFile}, a parent
 * before its children: contexts that have a follower or a back-off weight other than 1, and the
 * shorter contexts of these.
 */
final class TrieAssembly implements EntrySort.Visitor {
  private final String file;
  private final int order;
  private final NgramText text;
  private final Defects defects;
  private final TableFile tables;

  /** The context at hand, nearest word first. */
  private final int[] path;

  private int depth;

  /** By length, of the context at hand and those it begins with; 0 is the empty one. */
  private final Node[] nodes;

  /** What is known of one context. */
  private static final class Node {
    /** The line of the n-gram that the context is, or 0. */
    long line;

    float weight;
    boolean written;
    boolean missed;
    int[] followers = new int[16];
    int size;
    long lastLine;

    void clear() {
      line = 0;
      weight = 0;
      written = false;
      missed = false;
      size = 0;
    }

    boolean has(int word) {
      return Arrays.binarySearch(followers, 0, size, word) >= 0;
    }
  }

  TrieAssembly(String file, int order, Vocabulary vocabulary, TableFile tables, Defects defects) {
    this.file = file;
    this.order = order;
    this.text = new NgramText(vocabulary);
    this.tables = tables;
    this.defects = defects;
    this.path = new int[order];
    this.nodes = new Node[order];
    Arrays.setAll(nodes, length -> new Node());
    nodes[0].written = true;
  }

  @Override
  public void entry(int[] key, float value, long line) throws IOException {
    goTo(key);
    if (depth > 0) {
      tables.count();
    }
    Node node = nodes[depth];
    int word = key[order - 1] - 1;
    if (word >= 0) {
      follower(node, word, value, line);
    } else if (node.line == 0) {
      node.line = line;
      node.weight = value;
      if (value != 0) {
        write(depth);
      }
    }
  }

  private void goTo(int[] key) throws IOException {
    int length = 0;
    int common = 0;
    while (length < order - 1 && key[length] > 0) {
      if (common == length && length < depth && path[length] == key[length] - 1) {
        common++;
      }
      path[length] = key[length] - 1;
      length++;
    }
    for (int longer = common + 1; longer <= length; longer++) {
      nodes[longer].clear();
    }
    boolean moved = common < length || length != depth;
    depth = length;
    if (moved && common < 2 && length > common) {
      tables.enter(path, Math.min(length, 2), common);
    }
  }

  private void follower(Node node, int word, float value, long line) throws IOException {
    if (node.size > 0 && node.followers[node.size - 1] == word) {
      defects.add(
          "%s line %d: the %d-gram '%s' stands there twice, first in line %d"
              .formatted(
                  file,
                  Math.max(line, node.lastLine),
                  depth + 1,
                  shown(word, depth),
                  Math.min(line, node.lastLine)));
      return;
    }
    if (depth > 0 && node.line == 0 && !node.missed) {
      node.missed = true;
      defects.add(
          "%s line %d: the %d-gram '%s' lacks its context '%s' among the %d-grams"
              .formatted(
                  file,
                  line,
                  depth + 1,
                  shown(word, depth),
                  ArpaLines.shown(text.context(path, depth)),
                  depth));
    }
    if (depth > 1 && !nodes[depth - 1].has(word)) {
      defects.add(
          ("%s line %d: the %d-gram '%s' lacks its suffix '%s' among the %d-grams (SRILM prunes such"
                  + " away; with -minprune %d it prunes the highest order only)")
              .formatted(
                  file, line, depth + 1, shown(word, depth), shown(word, depth - 1), depth, order));
    }
    write(depth);
    tables.follower(depth, word, value);
    if (node.size == node.followers.length) {
      node.followers = Arrays.copyOf(node.followers, 2 * node.size);
    }
    node.followers[node.size++] = word;
    node.lastLine = line;
  }

  /** Writes a context, and first those it begins with. */
  private void write(int length) {
    for (int shorter = 1; shorter <= length; shorter++) {
      Node node = nodes[shorter];
      if (!node.written) {
        node.written = true;
        tables.context(shorter, path[shorter - 1], node.weight);
      }
    }
  }

  /** An n-gram for a message: so many words of the context, and one more. */
  private String shown(int word, int words) {
    return ArpaLines.shown(text.ngram(path, words, word));
  }
}
