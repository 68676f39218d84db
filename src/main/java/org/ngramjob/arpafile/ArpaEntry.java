// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

/** The n-gram of the line at hand; one instance is filled again and again. */
final class ArpaEntry {
  private final ArpaLines lines;
  private int order;
  private float log10Probability;
  private float log10Weight;

  ArpaEntry(ArpaLines lines) {
    this.lines = lines;
  }

  void set(int newOrder, float newLog10Probability, float newLog10Weight) {
    order = newOrder;
    log10Probability = newLog10Probability;
    log10Weight = newLog10Weight;
  }

  int order() {
    return order;
  }

  float log10Probability() {
    return log10Probability;
  }

  /** 0, the logarithm of 1, where the line has none. */
  float log10Weight() {
    return log10Weight;
  }

  long line() {
    return lines.number();
  }

  /** The line's bytes; word i, from 0, is {@code bytes()[begin(i), end(i))}. */
  byte[] bytes() {
    return lines.bytes();
  }

  int begin(int word) {
    return lines.begin(1 + word);
  }

  int end(int word) {
    return lines.end(1 + word);
  }

  /** A word for a message, or its beginning. */
  String shown(int word) {
    return lines.shown(1 + word);
  }
}
