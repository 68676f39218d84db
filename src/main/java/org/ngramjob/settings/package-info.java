// SPDX-License-Identifier: Apache-2.0
/**
 * How settings are asked: numbers within limits ({@link org.ngramjob.settings.NumberSetting}, those
 * of Hadoop in {@link org.ngramjob.settings.HadoopNumbers}), who has set a value ({@link
 * org.ngramjob.settings.Defaults}), and what runs the jobs ({@link
 * org.ngramjob.settings.Framework}).
 *
 * <p>Deliberately elsewhere: the settings of this program, each in the record of the room that
 * obeys it.
 */
package org.ngramjob.settings;
