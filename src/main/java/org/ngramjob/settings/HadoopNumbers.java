// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import java.util.List;
import org.apache.hadoop.mapreduce.MRJobConfig;

/**
 * Numbers of Hadoop's own that this program reads, too, or that the local runner takes unseen: with
 * one that makes no sense its jobs fail without a cause.
 */
public final class HadoopNumbers {
  /** Map tasks that the local runner runs at a time. */
  public static final NumberSetting LOCAL_MAPS =
      NumberSetting.ofHadoop("mapreduce.local.map.tasks.maximum", 1, 1, Integer.MAX_VALUE);

  /** Reduce tasks that the local runner runs at a time. */
  public static final NumberSetting LOCAL_REDUCES =
      NumberSetting.ofHadoop("mapreduce.local.reduce.tasks.maximum", 1, 1, Integer.MAX_VALUE);

  /** Reduce tasks of a job. */
  public static final NumberSetting REDUCES =
      NumberSetting.ofHadoop(MRJobConfig.NUM_REDUCES, 1, 0, Integer.MAX_VALUE);

  /** Buffer in which a map task sorts, with the limits of {@code MapTask}. */
  public static final NumberSetting SORT_MEGABYTES =
      NumberSetting.ofHadoop(MRJobConfig.IO_SORT_MB, 100, 1, 2047);

  /** All that this room knows. */
  public static final List<NumberSetting> ALL =
      List.of(LOCAL_MAPS, LOCAL_REDUCES, REDUCES, SORT_MEGABYTES);

  private HadoopNumbers() {}
}
