// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * A list of followers as it stands in a file, a few bytes each instead of twenty.
 *
 * @param bytes hold the list from a place on, as {@link NodeCodec#writeFollowers} writes it
 * @param size number of followers
 */
@SuppressWarnings("ArrayRecordComponent")
record PackedFollowers(byte[] bytes, int from, int size) {
  /** The list, unpacked anew each time. */
  Followers unpack() {
    Followers followers = new Followers();
    followers.reserve(size);
    ByteReader in = new ByteReader().reset(bytes, from, bytes.length);
    NodeCodec.readFollowers(in, size, false, false, followers);
    return followers;
  }
}
