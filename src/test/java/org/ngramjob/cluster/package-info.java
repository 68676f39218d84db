// SPDX-License-Identifier: Apache-2.0
/**
 * The finished jar on a real cluster of separate processes: what it reads, what it answers, and
 * what becomes of it when something is killed.
 *
 * <p>Not part of the default build: {@code mvn -Pcluster verify}, or one class of it with {@code
 * -Dit.test=FaultsClusterIT}. All classes share one cluster of two nodes under {@code
 * target/cluster-it}, which {@link org.ngramjob.cluster.RealCluster} starts and stops.
 *
 * <p>Whatever happens, a model must have the bytes that the local runner gives it: {@link
 * org.ngramjob.cluster.Contents} compares them.
 */
package org.ngramjob.cluster;
