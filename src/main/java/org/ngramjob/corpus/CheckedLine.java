// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

/** A line of a text in UTF-8: looked at and left where it is. */
final class CheckedLine implements LineDecoder {
  private byte[] bytes = {};
  private int from;
  private int to;

  @Override
  public boolean decode(byte[] line, int begin, int end) {
    bytes = line;
    from = begin;
    to = end;
    return Utf8Check.isValid(line, begin, end);
  }

  @Override
  public byte[] utf8() {
    return bytes;
  }

  @Override
  public int from() {
    return from;
  }

  @Override
  public int to() {
    return to;
  }
}
