// SPDX-License-Identifier: Apache-2.0
/**
 * What errors of file systems, networks, Hadoop and this machine mean, in words to act on, however
 * deep a library has wrapped them.
 *
 * <p>Start with {@link org.ngramjob.diagnosis.IoFailure}: it goes through what is behind an error
 * and asks one class for each kind of trouble, permission ({@link
 * org.ngramjob.diagnosis.AccessDenied}) first. {@link org.ngramjob.diagnosis.Misconfiguration}
 * knows what settings do that make no sense, {@link org.ngramjob.diagnosis.FailedJob} why a job
 * failed that has left no error, {@link org.ngramjob.diagnosis.SchedulerRefusal} what a cluster
 * does not grant one.
 *
 * <p>Deliberately elsewhere: errors that this program finds itself, each of which is a {@code
 * Failure} where it is found; what tasks have to say, which the pipeline room carries.
 */
package org.ngramjob.diagnosis;
