// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Cuts a line of text into tokens. An instance holds no global state, may reuse its buffers between
 * calls and therefore belongs to one thread.
 */
public interface Segmenter {
  /**
   * Segments one line, valid UTF-8 in {@code text[from, to)} without its line end, into sentences
   * of tokens; every sentence is closed by {@link TokenSink#endOfSentence()}.
   */
  void segment(byte[] text, int from, int to, TokenSink sink);

  /**
   * Names everything that can change a token: engine, version, dictionary hash and options. Equal
   * fingerprints mean equal tokens for every text.
   */
  String fingerprint();
}
