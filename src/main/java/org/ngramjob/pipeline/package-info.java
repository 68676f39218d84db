// SPDX-License-Identifier: Apache-2.0
/**
 * Runs a list of stages on Hadoop so that an output is either complete or not there.
 *
 * <p>Start with {@link org.ngramjob.pipeline.Stage} (a step as a value), {@link
 * org.ngramjob.pipeline.Plan} (an ordered list of them) and {@link org.ngramjob.pipeline.Runner},
 * which alone submits jobs, waits, reports progress, commits and resumes:
 *
 * <pre>{@code
 * Plan plan = Plan.chain("train", directory, List.of(vocabulary, count, estimate));
 * new Runner(configuration, Invocation.of(arguments), System.err, onTerminal)
 *     .run(plan, IfExists.FAIL);
 * }</pre>
 *
 * <p>How an output appears. A stage writes into a directory aside, {@code
 * .NAME.ngram-job-aside/output} next to its output {@code NAME}. When it is done the runner writes
 * {@code _MANIFEST.json} there as the last file and renames the directory once. Where the output is
 * one file, its manifest is written aside and renamed after it. The directory aside also holds the
 * lock of the driver that works there (see {@code OutputLock} for when a lock counts as dead), what
 * failing tasks have to say, and, for a moment, an output that is being replaced.
 *
 * <p>How a run resumes. A manifest holds the {@link org.ngramjob.pipeline.Fingerprint} of all that
 * can change the output: stage, version, settings, inputs. An unfinished plan that is started again
 * takes over every stage whose output is complete and whose fingerprint is the same.
 *
 * <p>What tasks use: {@link org.ngramjob.pipeline.TaskFailures} carries an error with its exit code
 * from a task to the driver, {@link org.ngramjob.pipeline.TaskFiles} finds a file the stage has
 * shipped, {@link org.ngramjob.pipeline.TaskOutput} emits what callbacks give. {@link
 * org.ngramjob.pipeline.PartFiles} finds what tasks have written. {@code SharedDisk} keeps a
 * cluster from taking for whole what its machines have written to disks of their own. {@code
 * LostJob} asks YARN about a job that nobody else can tell of.
 *
 * <p>Deliberately elsewhere: everything about n-grams, text and command lines. This room could run
 * the jobs of any other program.
 */
package org.ngramjob.pipeline;
