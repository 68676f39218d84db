// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/**
 * Consecutive ids of ordinary words of one count class, whose sum is known without reading them.
 *
 * @param first the first id
 * @param size number of ids
 * @param tokens the sum of their counts
 */
public record IdRange(int first, int size, long tokens) {}
