// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * All that can change what a stage writes. Equal digests mean equal outputs, so an output with the
 * same digest need not be made again.
 *
 * @param stage name of the stage
 * @param version of the stage
 * @param settings that change the result
 * @param inputs what was read
 * @param sha256 hexadecimal digest of the above
 */
public record Fingerprint(
    String stage,
    int version,
    SortedMap<String, String> settings,
    List<InputState> inputs,
    String sha256) {
  public Fingerprint {
    Objects.requireNonNull(stage, "stage");
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    inputs = List.copyOf(inputs);
    String expected = digest(stage, version, settings, inputs);
    if (!expected.equals(sha256)) {
      throw new IllegalArgumentException(
          "digest (" + sha256 + ") is not that of the fields (" + expected + ")");
    }
  }

  static Fingerprint of(
      String stage, int version, SortedMap<String, String> settings, List<InputState> inputs) {
    return new Fingerprint(
        stage, version, settings, inputs, digest(stage, version, settings, inputs));
  }

  /** Looks at the stage's inputs as they are now. */
  static Fingerprint of(Stage stage, Configuration configuration) throws IOException {
    List<InputState> inputs = new ArrayList<>();
    for (Path input : stage.inputs()) {
      inputs.add(
          stage.sources().contains(input)
              ? InputStates.ofSource(input, configuration)
              : InputStates.of(input, configuration));
    }
    return of(stage.name(), stage.version(), stage.settings(), inputs);
  }

  private static String digest(
      String stage, int version, SortedMap<String, String> settings, List<InputState> inputs) {
    Sha256 digest = new Sha256().add(stage).add(version).add(settings.size());
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      digest.add(setting.getKey()).add(setting.getValue());
    }
    for (InputState input : inputs) {
      digest.add(input.state()).add(input.bytes());
    }
    return digest.hex();
  }

  /** What people must know when an output made under {@code this} is not what they now ask for. */
  List<String> differences(Fingerprint wanted) {
    List<String> found = new ArrayList<>();
    if (!stage.equals(wanted.stage)) {
      found.add("it was made by stage " + stage + ", not " + wanted.stage);
    } else if (version != wanted.version) {
      found.add("its format is version " + version + ", now " + wanted.version);
    }
    SortedSet<String> names = new TreeSet<>(settings.keySet());
    names.addAll(wanted.settings.keySet());
    for (String name : names) {
      String there = settings.get(name);
      String now = wanted.settings.get(name);
      if (!Objects.equals(there, now)) {
        found.add(name + " was " + orNone(there) + ", now " + orNone(now));
      }
    }
    addInputDifferences(wanted, found);
    return found;
  }

  private void addInputDifferences(Fingerprint wanted, List<String> found) {
    if (inputs.size() != wanted.inputs.size()) {
      found.add("it was made from " + inputs.size() + " inputs, now " + wanted.inputs.size());
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      InputState there = inputs.get(i);
      InputState now = wanted.inputs.get(i);
      if (!there.path().equals(now.path()) && !there.state().equals(now.state())) {
        found.add("input was " + there.path() + ", now " + now.path());
      } else if (!there.state().equals(now.state()) || there.bytes() != now.bytes()) {
        found.add("input " + now.path() + " has changed since");
      }
    }
  }

  private static String orNone(String value) {
    return value == null ? "absent" : value.isEmpty() ? "empty" : value;
  }
}
