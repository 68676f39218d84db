// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

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

  static final NumberSetting LOCAL_REDUCES =
      NumberSetting.ofHadoop("mapreduce.local.reduce.tasks.maximum", 1, 1, Integer.MAX_VALUE);

  static final NumberSetting REDUCES =
      NumberSetting.ofHadoop(MRJobConfig.NUM_REDUCES, 1, 0, Integer.MAX_VALUE);

  /** What {@code MapTask} allows. */
  static final NumberSetting SORT_MEGABYTES =
      NumberSetting.ofHadoop(MRJobConfig.IO_SORT_MB, 100, 1, 2047);

  /** All that this room knows. */
  public static final List<NumberSetting> ALL =
      List.of(LOCAL_MAPS, LOCAL_REDUCES, REDUCES, SORT_MEGABYTES);

  private HadoopNumbers() {}
}
