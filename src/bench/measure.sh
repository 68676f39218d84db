# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# What all benches share: a process is followed while it runs, figures become rows of a table, and text is found or
# invented. Read by scripts/bench, which sets home and out, and work when something is to be measured.
# shellcheck disable=SC2034,SC2154 # shared with the other files

ticks_per_second="$(getconf CLK_TCK)"
page_kilobytes=$(($(getconf PAGESIZE) / 1024))

fail() {
  printf 'bench: %s\n' "$1" >&2
  exit 2
}

say() {
  printf 'bench: %s\n' "$1" >&2
}

# ---- processes --------------------------------------------------------------------------------------------------

# Ten lines a second: milliseconds since 1970, seconds of CPU, resident and most resident MB, bytes written so far.
# No process is started for a line, or the bench would measure itself. (Some awks print large numbers right only by %.0f.)
follow() {
  local pid="" rest io most fields name value pause
  exec {pause}<> <(:)
  until [[ -s "$1.pid" ]]; do read -rt 0.02 -u "$pause" || true; done
  read -r pid < "$1.pid"
  while read -r rest < "/proc/$pid/stat"; do
    read -ra fields <<< "${rest##*) }"
    [[ "${fields[0]}" != Z ]] || break
    { read -r _ _ && read -r _ io; } < "/proc/$pid/io" || break
    while read -r name value _; do
      if [[ "$name" == VmHWM: ]]; then most="$value"; break; fi
    done < "/proc/$pid/status"
    printf '%s %s %s %s %s\n' "${EPOCHREALTIME/[.,]/}" "$((fields[11] + fields[12]))" \
      "$((fields[21] * page_kilobytes))" "${most:-0}" "$io"
    read -rt 0.1 -u "$pause" || true
  done 2> /dev/null > "$1.raw"
  awk -v ticks="$ticks_per_second" \
    '{ printf "%.0f %.2f %.1f %.1f %.0f\n", $1 / 1000, $2 / ticks, $3 / 1024, $4 / 1024, $5 }' "$1.raw" > "$1.samples"
}

# NAME COMMAND…: runs a program, with its output in $work/NAME.out and .log and what is followed of it in .samples;
# sets wall and cpu (seconds), peak (MB), written (bytes) and load (of the machine, before). stdin=FILE feeds it.
measured() {
  local name="$work/$1" follower user system
  shift
  rm -f "$name".*
  read -r load _ < /proc/loadavg
  follow "$name" &
  follower=$!
  TIMEFORMAT='%R %U %S'
  {
    # The shell that tells its number becomes the program.
    # shellcheck disable=SC2016
    time bash -c 'echo "$$" > "$0.pid" && exec "$@"' "$name" "$@" > "$name.out" 2> "$name.log" < "${stdin:-/dev/null}"
  } 2> "$name.times" || {
    wait "$follower"
    tail -n 20 "$name.log" >&2
    fail "$1 has failed, see above"
  }
  wait "$follower"
  read -r wall user system <<< "$(tail -n 1 "$name.times")"
  cpu="$(awk "BEGIN { print $user + $system }")"
  read -r peak written <<< "$(awk '{ if ($4 > most) most = $4; bytes = $5 } END { printf "%.0f %.0f\n", most, bytes }' "$name.samples")"
}

# SAMPLES FROM MILLIS: seconds of CPU, most resident MB and bytes written in that stretch of a process's life.
stretch() {
  awk -v from="$2" -v to="$(($2 + $3))" '
    function between(time, column,   i, share) { # on the line through the samples around a time
      for (i = 2; i < n && t[i] < time; i++) { }
      share = (time - t[i - 1]) / (t[i] - t[i - 1])
      share = share < 0 ? 0 : share > 1 ? 1 : share
      return v[i - 1, column] + share * (v[i, column] - v[i - 1, column])
    }
    n == 0 || $1 > t[n] { n++; t[n] = $1; v[n, 1] = $2; v[n, 2] = $5 }
    $1 >= from && $1 <= to && $3 > most { most = $3 }
    END {
      if (n < 2) { print 0, 0, 0; exit }
      printf "%.2f %.0f %.0f\n", between(to, 1) - between(from, 1), most, between(to, 2) - between(from, 2)
    }' "$1"
}

# ---- what ngram-job says of itself ------------------------------------------------------------------------------

# The first figure of that name in a manifest; the run's own duration is the first that is called millis.
figure() {
  sed -n "s/^ *\"$2\": \([0-9]*\),\{0,1\}\$/\1/p" "$1" | head -n 1
}

# The sum over its jobs.
counter() {
  awk -F '[:,]' -v name="\"$2\"" '$1 ~ name { sum += $2 } END { printf "%.0f\n", sum }' "$1"
}

started() {
  sed -n 's/^ *"started": "\(.*\)",$/\1/p' "$1" | head -n 1
}

output_bytes() {
  awk -F '[:,]' '/"outputs":/ { inside = 1 } inside && /"bytes"/ { sum += $2 } END { printf "%.0f\n", sum }' "$1"
}

# NAME: sets ngram_job, the program as a command; with BENCH_PROFILE=1 its run keeps a recording of that name.
prepare_ngram_job() {
  local options="${NGRAM_JOB_JAVA_OPTS:-}"
  if [[ -n "${BENCH_PROFILE:-}" ]]; then
    mkdir -p "$out/profiles"
    options+=" -XX:StartFlightRecording=filename=$out/profiles/$1.jfr,settings=profile -Xlog:disable -Xlog:all=error:stderr"
  fi
  ngram_job=(env "NGRAM_JOB_JAVA_OPTS=$options" "NGRAM_JOB_HEAP=${NGRAM_JOB_HEAP:-2g}" "$home/scripts/ngram-job")
}

# NAME STAGE STARTED MILLIS …: the busiest methods of each stage.
print_profile() {
  [[ -n "${BENCH_PROFILE:-}" ]] || return 0
  local recording="$out/profiles/$1.jfr"
  shift
  "${java[@]}" org.ngramjob.bench.ProfileReport "$recording" "${BENCH_METHODS:-10}" "$@" |
    tee "${recording%.jfr}.tsv" >&2
  say "the whole profile: $recording"
}

# ---- the benchmark's own Java -----------------------------------------------------------------------------------

# Compiles it, and the jar, where sources are newer; sets java, to be followed by a class and its arguments.
build() {
  mkdir -p "$out"
  "$home/scripts/ngram-job" --version > /dev/null
  local classes="$home/target/test-classes/org/ngramjob/bench"
  if [[ ! -s "$out/test.classpath" || ! -f "$classes/GenerateText.class" ||
    -n "$(find "$home/pom.xml" "$home/src/test/java" -newer "$classes/GenerateText.class" -print -quit)" ]]; then
    say "compiling the benchmark's classes"
    (cd "$home" && mvn -q -B test-compile dependency:build-classpath -DincludeScope=test \
      -Dmdep.outputFile="$out/test.classpath") >&2 || fail "Maven could not compile them, see above"
    touch "$classes/GenerateText.class"
  fi
  java=(java -Xmx"${BENCH_PEER_HEAP:-4g}" -XX:+UseParallelGC -XX:-UsePerfData
    -cp "$home/target/test-classes:$home/target/classes:$(< "$out/test.classpath")")
}

# ---- text -------------------------------------------------------------------------------------------------------

# FILE, or a number as 300k or 20M of invented tokens; sets text (a path) and text_name.
find_text() {
  if [[ "$1" =~ ^([0-9]+)([kM])$ ]]; then
    local tokens=$((BASH_REMATCH[1] * 1000))
    [[ "${BASH_REMATCH[2]}" == k ]] || tokens=$((tokens * 1000))
    text_name="invented-$1"
    text="$out/text/$text_name.txt"
    if [[ ! -s "$text" ]]; then
      say "inventing $1 tokens of text"
      mkdir -p "$out/text"
      "${java[@]}" org.ngramjob.bench.GenerateText "$tokens" "${BENCH_SEED:-1}" > "$text.part"
      mv "$text.part" "$text"
    fi
    return
  fi
  [[ -f "$1" ]] || fail "there is no file $1: give a text, or how many tokens to invent, as 5M"
  text="$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")"
  text_name="$(basename "$1")"
}

# ---- tables -----------------------------------------------------------------------------------------------------

# NAME COLUMN…: rows of all benches go to target/bench/NAME.tsv; one with other columns is put aside.
new_table() {
  local header
  table="$out/$1.tsv"
  shift
  header="$(printf '%s\t' began "$@" load machine)"
  header="${header%$'\t'}"
  if [[ -s "$table" && "$(head -n 1 "$table")" != "$header" ]]; then
    mv "$table" "$table.old"
  fi
  [[ -s "$table" ]] || printf '%s\n' "$header" > "$table"
  began="$(date -u +%FT%H:%M:%SZ)"
  printf '%s\n' "$header"
}

row() {
  local line
  line="$(printf '%s\t' "$began" "$@" "$load" "$machine")"
  printf '%s\n' "${line%$'\t'}" | tee -a "$table"
}

describe_machine() {
  local model memory
  model="$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)"
  memory="$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo)"
  machine="$(nproc) cores of ${model:-$(uname -m)}, $memory"
}

# Whether two programs say the same.
same() {
  [[ "$2" == "$3" ]] || fail "$1 differ: $(tr '\n\t' '; ' <<< "$2") and $(tr '\n\t' '; ' <<< "$3")"
}

per() { # dividend divisor digits
  awk "BEGIN { printf \"%.${3}f\", ($2) ? ($1) / ($2) : 0 }"
}
