// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.BucketFileFooter;
import org.ngramjob.trie.BucketTable;

/**
 * A model on the local file system: {@code header.json}, {@code vocabulary/}, {@code buckets},
 * {@code upper} and {@code tables/part-…}. Opening maps files and reads headers; nothing is parsed.
 */
public final class ModelDirectory {
  public static final String VOCABULARY = "vocabulary";
  public static final String UPPER = "upper";
  public static final String TABLES = "tables";

  /** How tables are read. */
  public enum Tables {
    /** In place: what is not asked for costs nothing. */
    MAPPED,
    /**
     * Copied to the heap, shard by shard as they are first asked for, if they take at most half of
     * it: faster for whoever asks much, see {@link TableBytes}.
     */
    LOADED
  }

  private ModelDirectory() {}

  /** Opens a model to be read in place. */
  public static LanguageModel open(Path directory) throws IOException {
    return open(directory, Tables.MAPPED);
  }

  /**
   * Opens a model.
   *
   * @throws Failure if the directory holds no whole model
   */
  public static LanguageModel open(Path directory, Tables tables) throws IOException {
    if (Files.isDirectory(directory) && !Files.isExecutable(directory)) {
      throw new AccessDeniedException(directory.toString());
    }
    Path headerFile = directory.resolve(ModelHeader.FILE);
    if (!Files.isRegularFile(headerFile)) {
      throw Failure.badInput(
          "no model in "
              + directory
              + ": it has no "
              + ModelHeader.FILE
              + "; give a directory that train or estimate wrote");
    }
    ModelHeader header = ModelHeader.read(headerFile);
    Path table = part(directory, BucketTable.FILE);
    BucketTable buckets = BucketTable.fromBytes(Files.readAllBytes(table), table.toString());
    Place[] places = places(part(directory, TABLES), buckets.size());
    boolean loaded = tables == Tables.LOADED && fitTheHeap(places);
    Path upperFile = part(directory, UPPER);
    ModelShard upper = shard(whole(upperFile, loaded), upperFile, header);
    ModelShards shards =
        new ModelShards(buckets, upper, bucket -> open(places, bucket, directory, header, loaded));
    Vocabulary vocabulary = MappedVocabulary.open(directory.resolve(VOCABULARY));
    return header.hasLogarithms()
        ? new LogModel(header, vocabulary, shards)
        : new CountModel(header, vocabulary, shards);
  }

  private static Path part(Path directory, String name) {
    Path part = directory.resolve(name);
    if (!Files.exists(part)) {
      throw Failure.badInput(
          "the model in %s is not whole: %s is missing; copy or make it again"
              .formatted(directory, name));
    }
    return part;
  }

  /** Opens a shard, which must be of the model that the header speaks of. */
  private static ModelShard shard(ByteBuffer bytes, Path file, ModelHeader header) {
    ModelShard shard = ModelShard.open(bytes, file.toString());
    if (shard.order() != header.order() || shard.hasLogarithms() != header.hasLogarithms()) {
      throw Failure.badInput(
          "%s and %s are not of one model, or damaged; copy or make the model again"
              .formatted(file, ModelHeader.FILE));
    }
    return shard;
  }

  /** Where a bucket's shard lies. */
  private record Place(Path file, BucketFileFooter.Bucket bucket) {}

  private static boolean fitTheHeap(Place[] places) {
    long bytes = 0;
    for (Place place : places) {
      bytes += place == null ? 0 : place.bucket.length();
    }
    return bytes <= Runtime.getRuntime().maxMemory() / 2;
  }

  private static ModelShard open(
      Place[] places, int bucket, Path directory, ModelHeader header, boolean loaded) {
    Place place = places[bucket];
    if (place == null) {
      throw Failure.badInput(
          "the tables in " + directory + " lack bucket " + bucket + "; estimate again");
    }
    try (FileChannel channel = FileChannel.open(place.file, StandardOpenOption.READ)) {
      return shard(
          bytes(channel, place.bucket.offset(), place.bucket.length(), loaded), place.file, header);
    } catch (IOException e) {
      throw Failure.badInput("cannot read " + place.file + ": " + e.getMessage());
    }
  }

  private static Place[] places(Path tables, int buckets) throws IOException {
    Place[] places = new Place[buckets];
    List<Path> parts;
    try (Stream<Path> entries = Files.list(tables)) {
      parts = entries.filter(p -> p.getFileName().toString().startsWith("part-")).toList();
    }
    for (Path part : parts) {
      for (BucketFileFooter.Bucket bucket : footer(part).buckets()) {
        if (bucket.number() >= buckets || places[bucket.number()] != null) {
          throw Failure.badInput(part + " holds a bucket twice or too many; estimate again");
        }
        places[bucket.number()] = new Place(part, bucket);
      }
    }
    return places;
  }

  private static BucketFileFooter footer(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ)) {
      long length = channel.size();
      int trailer = (int) Math.min(length, BucketFileFooter.TRAILER_BYTES);
      byte[] end = read(channel, length - trailer, trailer);
      long offset = BucketFileFooter.footerOffset(end, part.toString(), length);
      return BucketFileFooter.read(
          read(channel, offset, Math.toIntExact(length - offset)), part.toString());
    }
  }

  private static byte[] read(FileChannel channel, long offset, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
      // Reads may be short.
    }
    return buffer.array();
  }

  private static ByteBuffer whole(Path file, boolean loaded) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return bytes(channel, 0, channel.size(), loaded);
    }
  }

  private static ByteBuffer bytes(FileChannel channel, long offset, long length, boolean loaded)
      throws IOException {
    return loaded
        ? ByteBuffer.wrap(read(channel, offset, Math.toIntExact(length)))
        : channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
  }
}
