// SPDX-License-Identifier: Apache-2.0
/**
 * N-gram counts and language models on Hadoop MapReduce.
 *
 * <p>Here is only the entry point, {@link org.ngramjob.Main}; everything else is in the rooms
 * below, which ARCHITECTURE.md lists with what each may import. To read the code, follow a command
 * from {@code cli} to its stages ({@code vocabulary}, {@code count}, {@code estimate}, …), which
 * {@code pipeline} runs.
 */
package org.ngramjob;
