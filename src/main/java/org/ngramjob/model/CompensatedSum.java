// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/** A sum of doubles whose rounding errors are kept and added at the end (Neumaier 1974). */
public final class CompensatedSum {
  private double sum;
  private double lost;

  /** A sum that begins with a number. */
  public CompensatedSum(double start) {
    sum = start;
  }

  /** Adds a finite number. */
  public void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  /** The sum, rounding errors put right. */
  public double value() {
    return sum + lost;
  }
}
