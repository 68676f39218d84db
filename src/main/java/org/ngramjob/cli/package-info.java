// SPDX-License-Identifier: Apache-2.0
/**
 * The command line. A command is one file: what it is for, its options with defaults, two examples,
 * and {@link org.ngramjob.cli.Command#run}; and one line in {@link org.ngramjob.cli.Commands}.
 *
 * <p>Start at {@link org.ngramjob.cli.Tool}: it takes Hadoop's generic options out of the
 * arguments, finds the command, runs it, and turns whatever is thrown into one line and an exit
 * code.
 *
 * <pre>{@code
 * int exitCode = new Tool(console).run("predict", "--model", "example/model", "判断这个词的");
 * }</pre>
 *
 * <p>Options that several commands share are mixins: {@code TextOptions}, {@code LineOptions},
 * {@code EncodingOption}, {@code BadLineLimitOption}, {@code SegmenterOptions}, {@code
 * VocabularyOptions}, {@code EstimateOptions}, {@code PlanOptions}, {@code ModelOption}, {@code
 * CommonOptions}. A mixin also knows how to turn its options into the typed values of other rooms.
 *
 * <p>Results go to {@link org.ngramjob.cli.Console#out} as lines of columns between tabs,
 * everything else to {@code err}. Nothing here depends on the machine's locale.
 *
 * <p>Deliberately elsewhere: what stages do ({@code vocabulary}, {@code count}, {@code merge},
 * {@code estimate}, {@code export}, {@code arpa}, {@code perplexity}), how they are run ({@code
 * pipeline}), what models answer ({@code query}), what is looked at in a validation ({@code
 * check}).
 */
package org.ngramjob.cli;
