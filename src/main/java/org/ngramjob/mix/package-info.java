// SPDX-License-Identifier: Apache-2.0
/**
 * Several models made one by linear interpolation: a large general one and a small one of the field
 * at hand, say.
 *
 * <p>Start at {@link org.ngramjob.mix.MixStage}, which puts the steps together. {@link
 * org.ngramjob.mix.UnionVocabulary} gives ids to the words of all models, {@link
 * org.ngramjob.mix.Component} asks one of them by these ids, {@link org.ngramjob.mix.Mixture} adds
 * up what they say, {@link org.ngramjob.mix.MixtureWalk} meets each n-gram that any of them has,
 * and {@link org.ngramjob.mix.MixtureText} writes them down as an ARPA file, which the import reads
 * and checks like any other. {@link org.ngramjob.mix.HeldOutMixture} finds the weights that suit a
 * text best.
 *
 * <p>The result is a back-off model: an n-gram that one of the models has keeps the sum of their
 * probabilities, exactly; all else backs off, as in Stolcke (2002), "SRILM - an extensible language
 * modeling toolkit", section 3.2. So it is asked as fast as any model and needs none of its parts.
 *
 * <p>Deliberately elsewhere: P(word | context) of one model ({@code model}), reading ARPA files
 * ({@code arpafile}), options ({@code cli}).
 */
package org.ngramjob.mix;
