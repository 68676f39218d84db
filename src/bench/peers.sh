# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Ours beside what others would use: the naive MapReduce job, Spark, KenLM. Read by scripts/bench.
# shellcheck disable=SC2034,SC2154 # shared with the other files

readonly sample_lines=2000

prepare_spark() {
  local spark="$out/spark" package
  command -v mvn > /dev/null || fail "Spark is fetched by Maven and there is no mvn: install it, or BENCH_PEERS=naive"
  if [[ ! -f "$spark/.complete" || -n "$(find "$home/src/bench/spark" -type f -newer "$spark/.complete" -print -quit)" ]]; then
    say "fetching Spark; the first time this takes some minutes"
    mvn -q -B -f "$home/src/bench/spark/pom.xml" compile dependency:copy-dependencies >&2 ||
      fail "Maven could not fetch Spark, see above; is this machine online?"
    touch "$spark/.complete"
  fi
  spark_count=(java -Xmx"${BENCH_PEER_HEAP:-4g}" -XX:+UseParallelGC -Dspark.master="local[$(nproc)]"
    -Dspark.ui.enabled=false -Dspark.local.dir="$work/spark" -Dspark.sql.shuffle.partitions="${BENCH_PARTITIONS:-16}")
  # What Spark's own launcher opens on Java 17.
  for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util \
    java.util.concurrent java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action \
    sun.util.calendar; do
    spark_count+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
  spark_count+=(-cp "$spark/classes:$spark/lib/*" org.ngramjob.bench.SparkNgramCount)
}

runs_peer() { # whether BENCH_PEERS names it
  [[ " ${BENCH_PEERS:-naive spark lmplz} " == *" $1 "* ]]
}

value() { # of a line "name TAB value"
  sed -n "s/^$2	//p" "$1"
}

# ---- the programs; each sets wall, cpu, peak, written, shuffled_bytes and ngrams ---------------------------------

count_ours() { # TEXT NAME
  rm -rf "$work/counts" "$work/counts-vocabulary"
  prepare_ngram_job "$2"
  measured "$2" "${ngram_job[@]}" count --input "$1" --segmenter whitespace --order 3 --output "$work/counts"
  shuffled_bytes=$(($(counter "$work/counts/_MANIFEST.json" TaskCounter.REDUCE_SHUFFLE_BYTES) + \
    $(counter "$work/counts-vocabulary/_MANIFEST.json" TaskCounter.REDUCE_SHUFFLE_BYTES)))
  tokens="$(figure "$work/counts/_MANIFEST.json" tokens)"
  ngrams=$(($(figure "$work/counts/_MANIFEST.json" ngrams_1) + $(figure "$work/counts/_MANIFEST.json" ngrams_2) + \
    $(figure "$work/counts/_MANIFEST.json" ngrams_3)))
}

count_naive() { # TEXT NAME
  rm -rf "$work/naive" "$work/scratch"
  measured "$2" "${java[@]}" org.ngramjob.bench.NaiveCountRun 3 "$1" "$work/naive" "$work/scratch"
  shuffled_bytes="$(value "$work/$2.out" shuffled_bytes)"
  ngrams="$(value "$work/$2.out" ngrams)"
}

count_spark() { # TEXT NAME [OUTPUT]
  measured "$2" "${spark_count[@]}" 3 "$1" "${@:3}"
  shuffled_bytes="$(value "$work/$2.out" shuffled_bytes)"
  ngrams="$(value "$work/$2.out" ngrams)"
}

arpa_ours() { # TEXT NAME ORDER
  train "$1" "$3" "$2"
  shuffled_bytes="$(shuffled)"
  ngrams="$(sections "$work/model.arpa")"
}

arpa_lmplz() { # TEXT NAME ORDER
  rm -f "$work/lmplz.arpa"
  measured "$2" "$LMPLZ" -o "$3" -S "${BENCH_LMPLZ_MEMORY:-4G}" -T "$work/lmplz" --discount_fallback --text "$1" \
    --arpa "$work/lmplz.arpa"
  shuffled_bytes=""
  ngrams="$(sections "$work/lmplz.arpa")"
}

sections() { # the sizes that an ARPA file declares, with blanks between
  sed -n '/^$/q; s/^ngram .*=//p' "$1" | paste -sd ' '
}

# ---- do they agree? ---------------------------------------------------------------------------------------------

digest() {
  "${java[@]}" org.ngramjob.bench.CountDigest "$@"
}

# On the first lines. The last line is a word of its own: where it is not, KenLM counts the last n-gram differently.
check_agreement() {
  local ours order
  say "checking on $sample_lines lines that all agree"
  head -n "$sample_lines" "$text" > "$work/sample"
  echo "thelastlineisawordofitsown" >> "$work/sample"
  count_ours "$work/sample" check
  "$home/scripts/ngram-job" export --counts "$work/counts" --output "$work/tsv" --quiet
  ours="$(digest "$work/tsv")"
  if runs_peer naive; then
    count_naive "$work/sample" check
    same "counts of ngram-job and of the naive job" "$ours" "$(digest "$work/naive")"
  fi
  if runs_peer spark; then
    count_spark "$work/sample" check "$work/spark-counts"
    same "counts of ngram-job and of Spark" "$ours" "$(digest "$work/spark-counts")"
  fi
  printf 'order\tngrams\tsum\tchecksum\n%s\n' "$ours" >&2
  runs_peer lmplz || return 0
  for order in 3 5; do
    arpa_ours "$work/sample" check "$order"
    arpa_lmplz "$work/sample" check "$order"
    printf 'order\tngrams\tprobability\tback-off weight (largest difference in log10)\n' >&2
    "${java[@]}" org.ngramjob.bench.ArpaDifference "$work/model.arpa" "$work/lmplz.arpa" 1e-5 >&2 ||
      fail "ARPA files of ngram-job and of lmplz differ at order $order"
  done
}

# ---- side by side -----------------------------------------------------------------------------------------------

peers_bench() {
  local runs="${2:-3}" run task
  [[ -n "${1:-}" ]] || fail "give a text, or how many tokens to invent: scripts/bench peers TEXT [RUNS]"
  if runs_peer lmplz && [[ -z "${LMPLZ:-}" ]]; then
    say "LMPLZ names no lmplz: without KenLM"
    BENCH_PEERS="${BENCH_PEERS:-naive spark}"
    BENCH_PEERS="${BENCH_PEERS//lmplz/}"
  fi
  find_text "$1"
  ! runs_peer spark || prepare_spark
  check_agreement
  new_table peers text task tool run tokens wall_s cpu_s peak_MB tokens_per_s shuffled_MB written_MB ngrams
  # All programs in turn, so that what else the machine does meets them alike.
  for ((run = 1; run <= runs; run++)); do
    for task in ${BENCH_TASKS:-count arpa3 arpa5}; do
      case "$task" in
        count) count_side_by_side ;;
        arpa[1-9]) arpa_side_by_side "${task#arpa}" ;;
        *) fail "task ($task) must be count or arpaN" ;;
      esac
    done
  done
  {
    printf 'task\ttool\twall_s\tcpu_s\tpeak_MB\tshuffled_MB\ttimes_wall\ttimes_cpu\ttimes_shuffled\n'
    compare_peers "$began"
  } | tee "$out/peers-medians.tsv"
  chart peers "$text_name, medians of $runs" seconds < <(
    compare_peers "$began" | awk -F '\t' -v OFS='\t' '{ print $1, $2, "wall", $3; print $1, $2, "CPU", $4 }')
}

count_side_by_side() {
  local agreed
  count_ours "$text" "peers-count-$run"
  peer_row "count, orders 1-3" ngram-job
  print_profile "peers-count-$run"
  agreed="$ngrams"
  if runs_peer naive; then
    count_naive "$text" naive
    peer_row "count, orders 1-3" "naive MapReduce"
    same "numbers of n-grams of ngram-job and of the naive job" "$agreed" "$ngrams"
  fi
  if runs_peer spark; then
    count_spark "$text" spark
    peer_row "count, orders 1-3" "Spark DataFrame"
    same "numbers of n-grams of ngram-job and of Spark" "$agreed" "$ngrams"
  fi
}

arpa_side_by_side() { # ORDER
  local agreed
  arpa_ours "$text" "peers-arpa$1-$run" "$1"
  peer_row "ARPA, order $1" ngram-job
  print_profile "peers-arpa$1-$run"
  agreed="$ngrams"
  if runs_peer lmplz; then
    arpa_lmplz "$text" lmplz "$1"
    peer_row "ARPA, order $1" "KenLM lmplz"
    same "numbers of n-grams of ngram-job and of lmplz" "$agreed" "$ngrams"
  fi
}

peer_row() { # TASK TOOL
  local moved="-"
  [[ -z "$shuffled_bytes" ]] || moved="$(per "$shuffled_bytes" 1e6 1)"
  row "$text_name" "$1" "$2" "$run" "$tokens" "$wall" "$cpu" "$peak" "$(per "$tokens" "$wall" 0)" "$moved" \
    "$(per "$written" 1e6 1)" "$ngrams"
}
