// SPDX-License-Identifier: Apache-2.0
/**
 * Whether what stands on the disk is what it says it is.
 *
 * <p>One check per kind of thing: {@link org.ngramjob.check.ModelCheck} (sums to one, closure,
 * totals, header), {@link org.ngramjob.check.CountCheck} (each context against its longer ones,
 * header), {@link org.ngramjob.check.VocabularyCheck} (ids and words, counts, checksums), {@link
 * org.ngramjob.check.FileCheck} (sizes in the manifest, checksums of buckets). All write what they
 * found to {@link org.ngramjob.check.Findings}: figures, and defects, of which the first ten are
 * kept. Memory: one bucket, and the upper nodes, which have a list of all words.
 *
 * <pre>{@code
 * Findings findings = new Findings();
 * new ModelCheck(model, false).run(findings.of("model"));
 * if (findings.defects() > 0) …
 * }</pre>
 *
 * <p>Deliberately elsewhere: what is wrong with an ARPA file as a text ({@code arpafile}).
 */
package org.ngramjob.check;
