// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import org.apache.hadoop.fs.Path;

/**
 * How a stage of a plan ended.
 *
 * @param output its final name
 * @param manifest of the output, new or found
 * @param skipped whether the output was there already
 */
public record StageResult(Path output, Manifest manifest, boolean skipped) {}
