// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * Where in long lists of ascending ids to look for one. Halving a list of thousands reads a dozen
 * places far apart; with an index it is two: a cell of the index, and the few ids that it points
 * to.
 *
 * <p>A list has a cell for every {@value #SPACING} ids. Cells are stretches of about equal length
 * on a logarithmic scale of ids, as ids go by falling frequency: there the ids of most lists lie
 * about evenly, and where they do not, a cell is a longer list to be halved. A cell holds how many
 * ids of the list are before it.
 *
 * <p>The cells of a list at [from, to) of a column begin at from / {@value #SPACING}, rounded up,
 * so no list need say where. Lists of up to {@value #SHORT} ids have none that mean anything. The
 * lists of the root hold nearly all ids there are; they need no cells either, as most ids stand
 * where their distance from the first says.
 */
final class ListIndex {
  private static final int SPACING_BITS = 2;
  private static final int SPACING = 1 << SPACING_BITS;
  private static final int SHORT = 8;

  /** Ids below this are as frequent as each other, as far as cells are concerned. */
  private static final float SMALLEST = 32;

  /** A float's 23 fraction bits less this: 2^10 steps per power of two. */
  private static final int STEP_SHIFT = 13;

  private static final int FRACTION_BITS = 30;

  private final PackedArray ids;
  private final PackedArray cells;
  private final int unit;
  private final boolean dense;

  /**
   * The index of a column.
   *
   * @param idWidth bits of the column's ids
   * @param dense whether its lists are those of the root
   */
  ListIndex(PackedArray ids, int idWidth, PackedArray cells, boolean dense) {
    this.ids = ids;
    this.cells = cells;
    this.unit = unit(idWidth);
    this.dense = dense;
  }

  /** How many cells the lists of a column have. */
  private static int size(int ids) {
    return ids / SPACING;
  }

  /** The place of an id in the list at [from, to), or -1. */
  int find(long range, int id) {
    return findIn(narrow(range, id), id);
  }

  /** The only place in what {@link #narrow} has left of a list where an id may be, or -1. */
  int placeIn(long range, int id) {
    int from = begin(range);
    int to = end(range);
    return from == to ? -1 : ids.place(from, to, id);
  }

  /** The place of an id in what {@link #narrow} has left of a list, or -1. */
  int findIn(long range, int id) {
    return ids.find(begin(range), end(range), id);
  }

  /** Asks for what {@link #narrow} will read. */
  void ask(long range, int id, ReadAhead ahead) {
    int from = begin(range);
    int to = end(range);
    int length = to - from;
    if (dense) {
      ids.ask(guess(from, to, id), ahead);
    } else if (isShort(length)) {
      askBoth(from, to, ahead);
    } else {
      int first = firstCell(from);
      cells.ask(first + cell(id, unit, size(to) - first), ahead);
    }
  }

  /** The part of the list at [from, to) in which an id must be: {@link #begin}, {@link #end}. */
  long narrow(long range, int id) {
    int from = begin(range);
    int to = end(range);
    if (dense) {
      int guess = guess(from, to, id);
      return guess < to && ids.getInt(guess) == id ? range(guess, guess + 1) : range;
    }
    if (isShort(to - from)) {
      return range;
    }
    int first = firstCell(from);
    int number = size(to) - first;
    int cell = cell(id, unit, number);
    int begin = from + cells.getInt(first + cell);
    int end = cell + 1 == number ? to : from + cells.getInt(first + cell + 1);
    return range(begin, end);
  }

  /** What {@link #narrow} gives; asks for what is left of the list. */
  long narrow(long range, int id, ReadAhead ahead) {
    long narrowed = narrow(range, id);
    if (narrowed != range) {
      askBoth(begin(narrowed), end(narrowed), ahead);
    }
    return narrowed;
  }

  /** Short lists span no more than two stretches of memory as a rule. */
  private void askBoth(int from, int to, ReadAhead ahead) {
    ids.ask(from, ahead);
    if (to - from > 1) {
      ids.ask(to, ahead);
    }
  }

  static long range(int begin, int end) {
    return (long) end << 32 | begin;
  }

  static int begin(long range) {
    return (int) range;
  }

  static int end(long range) {
    return (int) (range >>> 32);
  }

  private boolean isShort(int length) {
    return length <= SHORT || cells.size() == 0;
  }

  private int guess(int from, int to, int id) {
    return Math.max(from, Math.min(to, from + id - ids.getInt(from)));
  }

  /**
   * Makes the cells of all lists of a column, none where no list is long.
   *
   * @param begins where each list begins, and in the end where the last one ends
   * @param cells an empty column that they are added to
   */
  static void addCells(LongColumn begins, LongColumn ids, LongColumn cells) {
    int unit = unit(ids.width());
    int from = 0;
    for (int list = 1; list < begins.size(); list++) {
      int to = (int) begins.get(list);
      if (to - from > SHORT) {
        while (cells.size() < firstCell(from)) {
          cells.add(0);
        }
        add(from, to, ids, unit, cells);
      }
      from = to;
    }
    while (cells.size() > 0 && cells.size() < size(ids.size())) {
      cells.add(0);
    }
  }

  private static void add(int from, int to, LongColumn ids, int unit, LongColumn cells) {
    int number = size(to) - firstCell(from);
    int next = 0;
    for (int place = from; place < to; place++) {
      int cell = cell((int) ids.get(place), unit, number);
      for (; next <= cell; next++) {
        cells.add(place - from);
      }
    }
    for (; next < number; next++) {
      cells.add(to - from);
    }
  }

  private static int firstCell(int from) {
    return (from + SPACING - 1) >> SPACING_BITS;
  }

  /** The cell of an id in a list that has so many; never falls with the id. */
  private static int cell(int id, int unit, int number) {
    // An id that is larger than all in the column would have a cell behind the last.
    return Math.min(number - 1, (int) (((long) step(id) * unit * number) >>> FRACTION_BITS));
  }

  /** The logarithm of an id in steps. */
  private static int step(int id) {
    return (Float.floatToRawIntBits(id + SMALLEST) - Float.floatToRawIntBits(SMALLEST))
        >> STEP_SHIFT;
  }

  /** What a step is in a list of one cell. */
  private static int unit(int idWidth) {
    int largest = (int) ((1L << Math.min(31, idWidth)) - 1);
    return (1 << FRACTION_BITS) / (step(largest) + 1);
  }
}
