# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# What a cluster of scripts/cluster is made of: Hadoop's jars and its configuration. Read by it.
# shellcheck disable=SC2034,SC2154 # shared with the other files

# What the user wants besides goes last, where it wins.
with_own_properties() {
  if [[ "$1" == *-site.xml ]]; then
    sed '/^<\/configuration>/d'
    cat "$state/own-site"
    echo '</configuration>'
  else
    cat
  fi
}

# Writes the configuration of node $2 (0: of clients and masters) to directory $1.
render() {
  local out="$1" node="$2" own=$((base + 10 * $2)) file
  # Maven's jar of HDFS lacks the directories its web pages would be in, and does not start without.
  mkdir -p "$out/webapps/hdfs" "$out/webapps/datanode" "$out/webapps/secondary"
  for file in "$source"/conf/*; do
    sed -e "s|@STATE@|$state|g" -e "s|@CONF@|$conf|g" -e "s|@LIB@|$lib|g" -e "s|@USER@|$(id -un)|g" \
      -e "s|@NODE@|$node|g" -e "s|@REPLICATION@|$((nodes < 2 ? nodes : 2))|g" \
      -e "s|@NAMENODE_RPC@|$base|g" -e "s|@NAMENODE_WEB@|$((base + 1))|g" \
      -e "s|@RESOURCES_RPC@|$((base + 2))|g" -e "s|@RESOURCES_SCHEDULER@|$((base + 3))|g" \
      -e "s|@RESOURCES_TRACKER@|$((base + 4))|g" -e "s|@RESOURCES_ADMIN@|$((base + 5))|g" \
      -e "s|@RESOURCES_WEB@|$((base + 6))|g" -e "s|@HISTORY_RPC@|$((base + 7))|g" \
      -e "s|@HISTORY_WEB@|$((base + 8))|g" -e "s|@HISTORY_ADMIN@|$((base + 9))|g" \
      -e "s|@DATANODE_DATA@|$own|g" -e "s|@DATANODE_RPC@|$((own + 1))|g" -e "s|@DATANODE_WEB@|$((own + 2))|g" \
      -e "s|@NODE_RPC@|$((own + 3))|g" -e "s|@NODE_LOCALIZER@|$((own + 4))|g" -e "s|@NODE_WEB@|$((own + 5))|g" \
      -e "s|@SHUFFLE@|$((own + 6))|g" -e "s|@CLASSPATH@|${classpath:+$classpath,}|g" "$file" |
      with_own_properties "$file" > "$out/$(basename "$file")"
  done
}

fetch() {
  [[ -f "$lib/.complete" && ! "$source/pom.xml" -nt "$lib/.complete" ]] && return
  command -v mvn > /dev/null || fail "Hadoop's jars must be fetched and there is no mvn: install Maven"
  say "fetching Hadoop $version; the first time this takes a minute or two"
  rm -rf "$lib"
  mvn -q -B -f "$source/pom.xml" -Dhadoop.version="$version" dependency:copy-dependencies -DincludeScope=runtime \
    -DoutputDirectory="$lib" >&2 || fail "Maven could not fetch Hadoop $version, see above; is this machine online?"
  touch "$lib/.complete"
}
