// SPDX-License-Identifier: Apache-2.0
/**
 * The whole chain in one process, for tests of several rooms.
 *
 * <p>{@link org.ngramjob.testing.LocalChain} runs the stages from text to tables with the local
 * runner, as the command line would; {@link org.ngramjob.testing.CountsOnDisk} reads back what was
 * counted, as words; {@link org.ngramjob.testing.KenlmComparison} holds tables to KenLM's, {@link
 * org.ngramjob.testing.ScoredText} scores a text. {@link org.ngramjob.testing.OtherDisk} is a file
 * system that is not the local one, and can be made to fail; {@link
 * org.ngramjob.testing.DrivenTask} is for mappers and reducers that MRUnit drives alone, {@link
 * org.ngramjob.testing.FinishedJob} for what a driver does once a job has run. What a single room
 * can be tested for alone is tested there; the truth to compare with is in {@link
 * org.ngramjob.reference}.
 *
 * <pre>{@code
 * LocalChain chain = new LocalChain(directory).with("mapreduce.job.reduces", 7);
 * CountsOnDisk counts = chain.count(chain.write("a b a\n"), 3);
 * assertThat(counts.raw(2)).containsEntry(List.of("a", "b"), 1L);
 * LanguageModel model = chain.estimate("witten-bell", "0");
 * }</pre>
 */
package org.ngramjob.testing;
