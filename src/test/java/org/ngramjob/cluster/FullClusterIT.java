// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has no room left: a quota in HDFS, a disk of a node. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class FullClusterIT {
  private static final String DIRECTORY = "/full";

  private static void setQuota(RealCluster cluster, long bytes) throws IOException {
    org.apache.hadoop.fs.Path directory = new org.apache.hadoop.fs.Path(DIRECTORY);
    cluster.hdfs().mkdirs(directory);
    ((DistributedFileSystem) cluster.hdfs())
        .setQuota(directory, HdfsConstants.QUOTA_DONT_SET, bytes);
  }

  /** With one map, tried once. */
  private static Driver start(RealCluster cluster, String output) throws Exception {
    return cluster
        .training()
        .start(
            output,
            "-Dmapreduce.input.fileinputformat.split.maxsize=100000000",
            "-Dmapreduce.map.maxattempts=1",
            "-Dmapreduce.reduce.maxattempts=1");
  }

  /** Before its first job the driver itself finds no room. */
  @Test
  void namesAQuotaThatIsUsedUp(RealCluster cluster) throws Exception {
    setQuota(cluster, 1);
    try {
      String output = DIRECTORY + "/none";
      cluster
          .training()
          .expectFailure(start(cluster, output), output, 1, "quota of " + DIRECTORY, "raise it");
    } finally {
      setQuota(cluster, HdfsConstants.QUOTA_RESET);
    }
  }

  /** Reducers find no room, and have none either in which to write down why. */
  @Test
  void namesAQuotaThatAJobUsesUp(RealCluster cluster) throws Exception {
    setQuota(cluster, HdfsConstants.QUOTA_RESET);
    String output = DIRECTORY + "/some";
    Driver driver = start(cluster, output);
    cluster.processes().await(TaskProcesses.Kind.MAP, driver);
    setQuota(cluster, 1);
    try {
      cluster
          .training()
          .expectFailure(
              driver,
              output,
              1,
              "stage 1/3 vocabulary: job job_",
              "quota of " + DIRECTORY,
              "raise it",
              "yarn logs -applicationId application_");
    } finally {
      setQuota(cluster, HdfsConstants.QUOTA_RESET);
    }
  }

  /** A small file system of its own stands for the disk on which tasks write what they sort. */
  @Test
  void namesADiskThatIsFull(RealCluster cluster) throws Exception {
    String output = "/full-disk/out";
    try (SmallDisk disk = SmallDisk.underTasks()) {
      Driver driver = start(cluster, output);
      cluster.processes().await(TaskProcesses.Kind.MAP, driver);
      disk.fill();
      cluster
          .training()
          .expectFailure(
              driver,
              output,
              1,
              "stage 1/3 vocabulary: job job_",
              "make room where tasks keep their temporary files",
              "yarn.nodemanager.local-dirs",
              "yarn logs -applicationId application_");
    }
  }
}
