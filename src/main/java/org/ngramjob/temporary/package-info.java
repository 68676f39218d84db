// SPDX-License-Identifier: Apache-2.0
/**
 * Directories on the local disk that go away with the process that made them, and those that stayed
 * because it was killed.
 *
 * <p>Start with {@link org.ngramjob.temporary.TemporaryDirectory}. Names ({@link
 * org.ngramjob.temporary.TemporaryName}) tell of which process a directory is, {@link
 * org.ngramjob.temporary.DriverProcess} whether that one still runs, and {@link
 * org.ngramjob.temporary.Remains} removes what is left of those that do not.
 *
 * <pre>{@code
 * try (TemporaryDirectory copy = new TemporaryDirectory()) {
 *   Files.copy(in, copy.path().resolve("model"));
 * }
 * }</pre>
 *
 * <p>Deliberately elsewhere: the directory of a run, which lies where Hadoop's settings say, and
 * outputs that are not finished (both {@code pipeline}).
 */
package org.ngramjob.temporary;
