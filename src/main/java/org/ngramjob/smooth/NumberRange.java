// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/**
 * The numbers that an option may be.
 *
 * @param from the least, or what all are above
 * @param fromIncluded whether {@code from} itself is legal
 * @param to the greatest, itself legal
 * @param whole whether fractions are refused
 */
record NumberRange(double from, boolean fromIncluded, double to, boolean whole) {
  boolean contains(double number) {
    return (fromIncluded ? number >= from : number > from)
        && number <= to
        && (!whole || number == Math.rint(number));
  }

  /** The rule for people: {@code a number above 0 and at most 1}. */
  @Override
  public String toString() {
    return (whole ? "a whole number" : "a number")
        + (fromIncluded ? " from " : " above ")
        + FormulaNumber.text(from)
        + (fromIncluded ? " to " : " and at most ")
        + FormulaNumber.text(to);
  }
}
