// SPDX-License-Identifier: Apache-2.0
/**
 * How things go wrong, for people: {@link org.ngramjob.failure.Failure} is the one exception that
 * carries a message to the user and an {@link org.ngramjob.failure.ExitCode}. Any room may throw
 * it; only {@code Main} catches it. A Failure thrown inside a task is carried to the driver by the
 * pipeline room.
 */
package org.ngramjob.failure;
