# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# Our own job: stage by stage, and as texts, mappers and reducers become more. Read by scripts/bench.
# shellcheck disable=SC2034,SC2154 # shared with the other files

# TEXT ORDER NAME OPTION…: one run of train with ARPA into $work/model; the measured figures are those of the process.
train() {
  local order="$2" name="$3"
  rm -rf "$work/model" "$work/model.arpa" "$work/.model.arpa.manifest.json"
  prepare_ngram_job "$name"
  measured "$name" "${ngram_job[@]}" train --input "$1" --order "$order" --output "$work/model" \
    --segmenter "${BENCH_SEGMENTER:-whitespace}" --discount-fallback --arpa "$work/model.arpa" "${@:4}"
  tokens="$(figure "$work/model/counts/_MANIFEST.json" tokens)"
}

manifests() { # of what train has made, in the order of its stages
  printf '%s\n' "$work"/model/{vocabulary,counts,model}/_MANIFEST.json "$work/.model.arpa.manifest.json"
}

# Bytes shuffled by all jobs of a run.
shuffled() {
  local manifest sum=0
  while read -r manifest; do
    sum=$((sum + $(counter "$manifest" TaskCounter.REDUCE_SHUFFLE_BYTES)))
  done < <(manifests)
  echo "$sum"
}

local_bench() {
  local order="${2:-5}" runs="${3:-3}" run
  [[ -n "${1:-}" ]] || fail "give a text, or how many tokens to invent: scripts/bench local TEXT [ORDER [RUNS]]"
  find_text "$1"
  new_table local text segmenter order run stage wall_s cpu_s peak_MB tokens_per_s MB_per_s shuffled_per_token \
    written_per_token output_MB
  for ((run = 1; run <= runs; run++)); do
    read -ra options <<< "${BENCH_OPTIONS:-}"
    train "$text" "$order" "local-$text_name-$order-$run" "${options[@]}"
    stage_rows "$order" "$run"
  done
  chart local "train --order $order on $text_name, medians of $runs" seconds < <(
    median_columns "$table" "$began" stage wall_s cpu_s | awk -F '\t' -v OFS='\t' '
      { group = $1 == "train" ? "the whole chain" : "stages"
        print group, $1, "wall", $2; print group, $1, "CPU", $3 }')
}

stage_rows() {
  local order="$1" run="$2" manifest stage millis from size stage_cpu stage_peak stage_written all=0 stages=()
  size="$(stat -c %s "$text")"
  local name="local-$text_name-$order-$run"
  while read -r manifest; do
    stage="$(sed -n 's/^ *"stage": "\(.*\)",$/\1/p' "$manifest" | head -n 1)"
    millis="$(figure "$manifest" millis)"
    from="$(started "$manifest")"
    stages+=("$stage" "$from" "$millis")
    read -r stage_cpu stage_peak stage_written <<< "$(stretch "$work/$name.samples" "$(date -ud "$from" +%s%3N)" "$millis")"
    local_row "$stage" "$(per "$millis" 1000 2)" "$stage_cpu" "$stage_peak" \
      "$(counter "$manifest" TaskCounter.REDUCE_SHUFFLE_BYTES)" "$stage_written" "$(output_bytes "$manifest")"
    all=$((all + $(output_bytes "$manifest")))
  done < <(manifests)
  local_row train "$wall" "$cpu" "$peak" "$(shuffled)" "$written" "$all"
  print_profile "$name" "${stages[@]}"
}

local_row() { # stage wall cpu peak shuffled written output
  row "$text_name" "${BENCH_SEGMENTER:-whitespace}" "$order" "$run" "$1" "$2" "$3" "$4" "$(per "$tokens" "$2" 0)" \
    "$(per "$size" "$2*1e6" 2)" "$(per "$5" "$tokens" 2)" "$(per "$6" "$tokens" 2)" "$(per "$7" 1e6 1)"
}

# ---- growth of the text, number of tasks ------------------------------------------------------------------------

scaling_bench() {
  local order="${1:-5}" size sizes splits mappers reducers
  read -ra sizes <<< "${BENCH_SIZES:-1M 5M 20M 80M}"
  new_table scaling text order mappers reducers tokens wall_s cpu_s peak_MB us_per_token cpu_us_per_token \
    shuffled_per_token written_per_token ngrams
  for size in "${sizes[@]}"; do
    find_text "$size"
    train "$text" "$order" "scaling-$size"
    scaling_row "$order" default default
  done
  chart scaling "train --order $order: time a token as the text grows" "tokens of text" "µs a token" < <(
    awk -F '\t' -v OFS='\t' -v began="$began" '
      $1 == began && $4 == "default" { print "wall", $6, $10; print "CPU", $6, $11 }' "$table")
  find_text "${BENCH_MATRIX:-5M}"
  splits="$(stat -c %s "$text")"
  for mappers in ${BENCH_MAPPERS:-1 2 4}; do
    for reducers in ${BENCH_REDUCERS:-1 2 4}; do
      train "$text" "$order" "scaling-$mappers-$reducers" -D mapreduce.job.reduces="$reducers" \
        -D mapreduce.input.fileinputformat.split.maxsize=$((splits / mappers + 1))
      scaling_row "$order" "$mappers" "$reducers"
    done
  done
}

scaling_row() {
  local counts="$work/model/counts/_MANIFEST.json" n ngrams=0
  for ((n = 1; n <= $1; n++)); do
    ngrams=$((ngrams + $(figure "$counts" "ngrams_$n")))
  done
  row "$text_name" "$1" "$2" "$3" "$tokens" "$wall" "$cpu" "$peak" "$(per "$wall*1e6" "$tokens" 3)" \
    "$(per "$cpu*1e6" "$tokens" 3)" "$(per "$(shuffled)" "$tokens" 2)" "$(per "$written" "$tokens" 2)" "$ngrams"
}

# ---- whether invented text grows as real text does --------------------------------------------------------------

# TEXT…: different n-grams of orders 1 to 5 in the first 1, 5 and 18 million tokens.
growth_bench() {
  local marks marked n
  [[ $# -gt 0 ]] || fail "give texts: scripts/bench growth TEXT…"
  read -ra marks <<< "${BENCH_MARKS:-1000000 5000000 18000000}"
  new_table growth text tokens order_1 order_2 order_3 order_4 order_5
  for argument in "$@"; do
    find_text "$argument"
    for marked in "${marks[@]}"; do
      # Whole lines, so a few tokens more. Bytes, or awk takes words apart at an ideographic space.
      LC_ALL=C awk -v most="$marked" 'tokens < most { print } { tokens += NF }' "$text" > "$work/beginning"
      rm -rf "$work/model" "$work/model-vocabulary"
      prepare_ngram_job growth
      measured growth "${ngram_job[@]}" count --input "$work/beginning" --segmenter whitespace --order 5 \
        --output "$work/model"
      read -r load _ < /proc/loadavg
      row "$text_name" "$(figure "$work/model/_MANIFEST.json" tokens)" \
        "$(for n in 1 2 3 4 5; do figure "$work/model/_MANIFEST.json" "ngrams_$n"; done | paste -s)"
    done
  done
}
