# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# When a cluster of scripts/cluster is ready. Read by it.
# shellcheck disable=SC2034,SC2154 # shared with the other files

http_get() {
  exec 3<> "/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
  cat <&3
  exec 3>&-
} 2> /dev/null

# NAME WHAT CONDITION…: until the condition holds; ends all if the daemon dies or time runs out.
await() {
  local name="$1" what="$2" deadline=$((SECONDS + timeout))
  shift 2
  until "$@"; do
    is_up "$name" || give_up "$name has ended while starting"
    ((SECONDS < deadline)) || give_up "$what after $timeout seconds (CLUSTER_TIMEOUT)"
    sleep 0.3
  done
}

give_up() {
  local name="${1%% *}"
  grep -h -E ' (ERROR|FATAL) |^Exception|^Caused by|^Error' "$logs/$name.log" 2> /dev/null | tail -n 3 >&2 || true
  # The rest of a cluster that runs already is not to blame.
  [[ "$command" == start-node ]] || stop_all
  fail "$1; see $logs"
}

hdfs_is_writable() {
  local answer
  answer="$(http_get $((base + 1)) '/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState' || true)"
  [[ "$answer" == *'"FSState" : "Operational"'* && "$answer" =~ \"NumLiveDataNodes\"\ :\ ([0-9]+) ]] &&
    ((BASH_REMATCH[1] >= $1))
}

yarn_has() {
  [[ "$(http_get $((base + 6)) /ws/v1/cluster/metrics || true)" =~ \"activeNodes\":([0-9]+) ]] &&
    ((BASH_REMATCH[1] >= $1))
}
