// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.v2.api.HSClientProtocol;
import org.apache.hadoop.mapreduce.v2.api.protocolrecords.GetDelegationTokenRequest;
import org.apache.hadoop.mapreduce.v2.jobhistory.JHAdminConfig;
import org.apache.hadoop.security.Credentials;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.yarn.api.records.Token;
import org.apache.hadoop.yarn.client.ClientRMProxy;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.ipc.YarnRPC;
import org.apache.hadoop.yarn.util.ConverterUtils;
import org.apache.hadoop.yarn.util.Records;

/**
 * What a scheduler such as Oozie does before it starts a program: asks HDFS, YARN and the history
 * server for one delegation token each and writes them into a file. The program itself has neither
 * a keytab nor a ticket.
 */
final class TokenFile {
  private TokenFile() {}

  /** Arguments: the file to write, the user who may renew the tokens. */
  public static void main(String[] arguments) throws Exception {
    Configuration configuration = new Configuration();
    for (String file : List.of("hdfs-site.xml", "mapred-site.xml", "yarn-site.xml")) {
      configuration.addResource(file);
    }
    UserGroupInformation.setConfiguration(configuration);
    Text renewer = new Text(arguments[1]);
    Credentials credentials = new Credentials();
    FileSystem.get(configuration).addDelegationTokens(renewer.toString(), credentials);
    addYarn(configuration, renewer, credentials);
    addHistory(configuration, renewer, credentials);
    credentials.writeTokenStorageFile(
        new org.apache.hadoop.fs.Path(Path.of(arguments[0]).toUri()), configuration);
  }

  private static void addYarn(Configuration configuration, Text renewer, Credentials credentials)
      throws Exception {
    try (YarnClient yarn = YarnClient.createYarnClient()) {
      yarn.init(configuration);
      yarn.start();
      Token token = yarn.getRMDelegationToken(renewer);
      Text service = ClientRMProxy.getRMDelegationTokenService(configuration);
      credentials.addToken(service, ConverterUtils.convertFromYarn(token, service));
    }
  }

  private static void addHistory(Configuration configuration, Text renewer, Credentials credentials)
      throws IOException {
    InetSocketAddress address =
        configuration.getSocketAddr(
            JHAdminConfig.MR_HISTORY_ADDRESS,
            JHAdminConfig.DEFAULT_MR_HISTORY_ADDRESS,
            JHAdminConfig.DEFAULT_MR_HISTORY_PORT);
    HSClientProtocol history =
        (HSClientProtocol)
            YarnRPC.create(configuration).getProxy(HSClientProtocol.class, address, configuration);
    GetDelegationTokenRequest request = Records.newRecord(GetDelegationTokenRequest.class);
    request.setRenewer(renewer.toString());
    Token token = history.getDelegationToken(request).getDelegationToken();
    var converted = ConverterUtils.convertFromYarn(token, address);
    credentials.addToken(converted.getService(), converted);
  }
}
