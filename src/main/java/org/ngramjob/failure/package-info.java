// SPDX-License-Identifier: Apache-2.0
/**
 * How things go wrong, for people. {@link org.ngramjob.failure.Failure} is the one exception that
 * carries a message to the user: one line that names what, where, the likely cause and the remedy,
 * with an {@link org.ngramjob.failure.ExitCode} that schedulers understand.
 *
 * <pre>{@code
 * throw Failure.badInput("vocabulary %s: no header.json; was it made by this program?".formatted(directory));
 * }</pre>
 *
 * <p>Any room may throw it, and {@code cli.Tool} prints it. Who catches one before has something to
 * add, or goes on without what has failed. A Failure thrown inside a task is carried to the driver
 * by the pipeline room.
 *
 * <p>Deliberately elsewhere: what errors of libraries mean ({@code diagnosis}); lines of text that
 * are skipped and counted, which are no failures until a limit is passed ({@code corpus}).
 */
package org.ngramjob.failure;
