// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * Places in tables that will be read soon, read all at once: nothing else is done between the
 * reads, so the processor has as many of them under way as it can. Belongs to one thread.
 */
final class ReadAhead {
  private final TableBytes[] sources;
  private final int[] places;
  private int size;

  /** What has been read goes here, or the compiler would leave the reading out. */
  private long sum;

  ReadAhead(int room) {
    this.sources = new TableBytes[room];
    this.places = new int[room];
  }

  /** Asks for the eight bytes at a place. */
  void add(TableBytes source, int place) {
    sources[size] = source;
    places[size++] = place;
  }

  /** Reads all that has been asked for. */
  void read() {
    long read = 0;
    for (int i = 0; i < size; i++) {
      read += sources[i].getLong(places[i]);
    }
    sum += read;
    size = 0;
  }

  /** Takes note of what someone else has read ahead. */
  void note(long read) {
    sum += read;
  }

  /** The sum of all that has been read. */
  long sum() {
    return sum;
  }
}
