// SPDX-License-Identifier: Apache-2.0
/**
 * The stages {@code merge} and {@code subtract}: counts of several texts become those of the texts
 * together, or of what is left when one of them is taken away; to the byte what counting that text
 * at once gives.
 *
 * <p>Start with {@link org.ngramjob.merge.Parts}, which looks at what goes in, and {@link
 * org.ngramjob.merge.MergeStage}. First {@code vocabulary.VocabularySum} makes the new vocabulary.
 * Then one job: {@code ShardMapper} walks the tries of the parts, gives the longest n-grams the new
 * ids ({@code Relabelling}) and emits them as blocks, and everything behind it is that of the stage
 * {@code count}. Only raw counts of the longest n-grams, and of those that begin with {@code <s>},
 * travel: adjusted counts cannot be added, and come out of the reducers again.
 *
 * <p>In a subtraction a follower is twice its id, plus one where it is taken away ({@code
 * FollowerCode}), so that blocks hold positive numbers only; {@code Subtraction} works out what is
 * left once all stripes of a context are together.
 *
 * <pre>{@code
 * Parts parts = Parts.read(List.of(monday, tuesday), List.of(), configuration);
 * Stage merge = new MergeStage(parts, VocabularySettings.DEFAULT, output);
 * }</pre>
 *
 * <p>Deliberately elsewhere: which days make a window ({@code cli}), sorting and merging stripes
 * ({@code trie}), what a vocabulary is ({@code ngram}, {@code vocabulary}).
 */
package org.ngramjob.merge;
