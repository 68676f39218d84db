# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Daemons and clients of scripts/cluster: how they are started, found and ended. Read by it.
# shellcheck disable=SC2034,SC2154 # shared with the other files

find_java() {
  java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
  java="$(command -v "$java")" || fail "there is no $java: install a JDK 17 or newer, or set JAVA_HOME"
  java="$(readlink -f "$java" 2> /dev/null || echo "$java")"
  # Containers ask for it.
  export JAVA_HOME="${java%/bin/java}"
  # Hadoop's settings for another cluster must not reach this one.
  unset HADOOP_HOME HADOOP_COMMON_HOME HADOOP_HDFS_HOME HADOOP_YARN_HOME HADOOP_MAPRED_HOME HADOOP_CLASSPATH
  export HADOOP_CONF_DIR="$conf"
}

arguments_of() {
  if [[ -r "/proc/$1/cmdline" ]]; then
    tr '\0' ' ' < "/proc/$1/cmdline"
  else
    ps -ww -o args= -p "$1"
  fi 2> /dev/null
}

# A number may have gone to another process since: ours say on their command line what they are.
is_up() {
  local pid
  [[ -r "$run/$1.pid" ]] && pid="$(< "$run/$1.pid")" && [[ -n "$pid" ]] && kill -0 "$pid" 2> /dev/null &&
    [[ "$(arguments_of "$pid")" == *"-Dcluster.daemon=$state/$1 "* ]]
}

# Daemons of this cluster, also those whose number is not written down because start was killed in between.
processes() {
  local pid
  for pid in $( ([[ -r /proc/self/cmdline ]] && cd /proc && printf '%s\n' [0-9]*) || ps -A -o pid=); do
    [[ "$(arguments_of "$pid")" != *"-Dcluster.daemon=$state/"* ]] || echo "$pid"
  done
}

# Names of the daemons that were started, whether or not they still run.
daemons() {
  local file
  for file in "$run"/*.pid; do
    [[ -e "$file" ]] && basename "$file" .pid
  done
  return 0
}

# NAME CONF HEAP CLASS
launch() {
  mkdir -p "$logs" "$run" "$state/tmp"
  # The opened package is for Hadoop 3.4, which was made for Java 8. Everything here is short: the second compiler
  # would take more than it gives.
  nohup "$java" -Dcluster.daemon="$state/$1" -Xmx"$3" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true \
    --add-opens=java.base/java.lang=ALL-UNNAMED -Djava.io.tmpdir="$state/tmp" -Dhadoop.log.dir="$logs" \
    -Dhadoop.root.logger=INFO,console $java_opts -cp "$2:${classpath:+$classpath:}$lib/*" "$4" < /dev/null > "$logs/$1.log" 2>&1 &
  local pid="$!" try
  echo "$pid" > "$run/$1.pid"
  disown
  # For a moment it is this script's twin; only then does its command line say what it is.
  for ((try = 0; try < 600; try++)); do
    kill -0 "$pid" 2> /dev/null && [[ "$(arguments_of "$pid")" != *"-Dcluster.daemon=$state/$1 "* ]] || break
    sleep 0.05
  done
}

# A client's JVM, in place of this script; the rest is its class and arguments.
become() {
  exec "$java" -Xmx"${CLUSTER_CLIENT_HEAP:-512m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true \
    -Djava.io.tmpdir="$state/tmp" -Dhadoop.root.logger="${HADOOP_ROOT_LOGGER:-WARN,console}" \
    -Dfile.encoding=UTF-8 $java_opts -cp "$conf:${classpath:+$classpath:}$lib/*" "$@"
}

client() {
  (become "$@")
}

# Daemons first: a NodeManager that is told to end takes its containers with it.
stop_all() {
  local name pid deadline=$((SECONDS + 20))
  for name in $(daemons); do
    is_up "$name" && kill "$(< "$run/$name.pid")" 2> /dev/null
  done
  for name in $(daemons); do
    while is_up "$name" && ((SECONDS < deadline)); do
      sleep 0.2
    done
    is_up "$name" && kill -9 "$(< "$run/$name.pid")" 2> /dev/null
    rm -f "$run/$name.pid"
  done
  for pid in $(processes); do
    kill -9 "$pid" 2> /dev/null || true
  done
  kill_containers ''
}

# Of a node, or all. The pid is that of a session of its own, which holds the container's processes.
kill_containers() {
  local file pid container
  for file in "$state"/node"${1:-[1-9]}"/local/nmPrivate/*/*/*.pid; do
    [[ -r "$file" ]] || continue
    pid="$(< "$file")"
    container="$(basename "$file" .pid)"
    if [[ "$pid" =~ ^[0-9]+$ && "$(arguments_of "$pid")" == *"$container"* ]]; then
      kill -9 -- "-$pid" 2> /dev/null || kill -9 "$pid" 2> /dev/null || true
    fi
  done
}
