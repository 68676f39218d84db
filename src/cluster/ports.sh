# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Which ports a cluster of scripts/cluster takes. Read by it.
# shellcheck disable=SC2034,SC2154 # shared with the other files

in_use() {
  (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null
}

ports_for() {
  local offset nodes="$1"
  for offset in 0 1 2 3 4 5 6 7 8 9; do
    echo $((base + offset))
  done
  for ((node = 1; node <= nodes; node++)); do
    for offset in 0 1 2 3 4 5 6; do
      echo $((base + 10 * node + offset))
    done
  done
}

busy_port() {
  local port
  for port in $(ports_for "$1"); do
    if in_use "$port"; then
      echo "$port"
      return
    fi
  done
}

choose_ports() {
  local busy
  if [[ -n "${CLUSTER_PORT:-}" ]]; then
    [[ "$CLUSTER_PORT" =~ ^[0-9]+$ ]] && ((CLUSTER_PORT >= 1024 && CLUSTER_PORT <= 65400)) ||
      fail "CLUSTER_PORT ($CLUSTER_PORT) must be a number from 1024 to 65400"
    base="$CLUSTER_PORT"
    busy="$(busy_port "$1")"
    [[ -z "$busy" ]] || fail "port $busy is in use by another process: choose another CLUSTER_PORT"
  else
    # Not all from the same hundred, or two clusters that start at one time would both take it.
    local first try
    first="$(cksum <<< "$state")"
    for ((try = 0; try < 90; try++)); do
      base=$((21000 + (${first%% *} + try) % 90 * 100))
      busy="$(busy_port "$1")"
      [[ -z "$busy" ]] && break
    done
    [[ -z "$busy" ]] || fail "no hundred free ports between 21000 and 30000: set CLUSTER_PORT"
  fi
  echo "$base" > "$state/port"
}
