// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/** Meets the contexts of a model. */
@FunctionalInterface
public interface ContextVisitor {
  /** A context, nearest word first; valid during the call, up to its length. */
  void context(int[] reversed, int length);
}
