// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

/**
 * Where a piece of text belongs. No record of it is ever sorted or sent: what writes pieces hands
 * them to {@link PieceOutputFormat} as they are.
 *
 * @param section of the export, such as an order
 * @param bucket that the text is from
 */
public record PieceKey(int section, int bucket) {}
