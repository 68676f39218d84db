// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What checks have found: figures by name, and defects, of which the first few are kept. */
public final class Findings {
  /** Defects kept as text. */
  public static final int KEPT = 10;

  private final String prefix;
  private final Account account;

  /** Shared by findings about the parts of one thing. */
  private static final class Account {
    final Map<String, String> figures = new LinkedHashMap<>();
    final List<String> first = new ArrayList<>();
    long defects;
  }

  public Findings() {
    this("", new Account());
  }

  private Findings(String prefix, Account account) {
    this.prefix = prefix;
    this.account = account;
  }

  /** The same account, where names and defects begin with what they are about. */
  public Findings of(String part) {
    return new Findings(prefix + part + ".", account);
  }

  /** A figure; a later one of the same name takes its place. */
  public void figure(String name, Object value) {
    account.figures.put(prefix + name, value.toString());
  }

  /** A defect, in one line. */
  public void defect(String message) {
    account.defects++;
    if (account.first.size() < KEPT) {
      String about = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
      account.first.add(about + message);
    }
  }

  /** Defects counted elsewhere, with the first of them. */
  public void defects(List<String> first, long number) {
    first.forEach(this::defect);
    account.defects += number - first.size();
  }

  /** The figures, in the order they were found. */
  public Map<String, String> figures() {
    return new LinkedHashMap<>(account.figures);
  }

  /** The first defects. */
  public List<String> first() {
    return List.copyOf(account.first);
  }

  public long defects() {
    return account.defects;
  }
}
