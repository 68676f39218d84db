// SPDX-License-Identifier: Apache-2.0
/**
 * From a line of text to tokens. Start with {@link org.ngramjob.segment.Segmenter}; {@link
 * org.ngramjob.segment.SegmenterSettings} says which one and how, {@link
 * org.ngramjob.segment.Segmenters} makes it.
 *
 * <pre>{@code
 * SegmenterSettings settings = SegmenterSettings.of("jieba");
 * Segmenter segmenter = Segmenters.create(settings);
 * byte[] line = "判断单词的词性。".getBytes(UTF_8);
 * segmenter.segment(line, 0, line.length, sink); // 判断 单词 的 词性 。, then the sentence's end
 * }</pre>
 *
 * <p>{@code whitespace} takes segmented text as it is, byte by byte. {@code jieba} and {@code
 * character} share {@code LineWalk}: it finds sentence ends and special words, normalises ({@code
 * Normaliser}; {@code FoldTable} for the common case) and hands over stretches without white space.
 *
 * <p>jieba in three steps: {@code JiebaDictionary} (words in a {@code WordTrie}, {@code
 * EmissionTable}), {@code BestPath} through a run of characters, {@code HiddenStates} for what no
 * dictionary has.
 *
 * <p>A new segmenter is one file that implements {@code Segmenter} and one line in {@code
 * Segmenters}. Its {@code fingerprint()} must change whenever a token may: raise its version.
 *
 * <p>Deliberately elsewhere: finding lines, their length limit and invalid UTF-8 (the corpus room),
 * counting special words, shipping user dictionaries to tasks.
 */
package org.ngramjob.segment;
