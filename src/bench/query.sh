# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# How fast a model opens and answers, beside KenLM's query. Read by scripts/bench.
# shellcheck disable=SC2034,SC2154 # shared with the other files

query_bench() {
  local model="${1:-}" runs="${3:-3}" run order score=() kind
  [[ -d "$model" && -n "${2:-}" ]] || fail "give what train has made and a text: scripts/bench query MODEL TEXT [RUNS]"
  [[ ! -d "$model/model" ]] || model="$model/model"
  find_text "$2"
  order="$(sed -n 's/^ *"order": *\([0-9]*\).*/\1/p' "$model/header.json" | head -n 1)"
  prepare_ngram_job query
  score=("${ngram_job[@]}" score --model "$model")
  if "$home/scripts/ngram-job" score --help | grep -q -e --threads; then
    score+=(--threads 1)
  fi
  [[ -z "${QUERY:-}" ]] || build_kenlm "$model" "$order"
  new_table query text tool order run model_MB open_s first_s tokens tokens_per_s peak_MB cpu_s
  for ((run = 1; run <= runs; run++)); do
    ask_ours
    [[ -n "${QUERY:-}" ]] || continue
    for kind in trie probing; do
      ask_kenlm "$kind"
    done
  done
}

# Starting Java costs what it costs without a model too: that part is not the opening of one, nor of its first answer.
ask_ours() {
  local start empty first context word
  measured version "${ngram_job[@]}" --version
  start="$wall"
  read -r context word _ < "$text"
  measured first "${ngram_job[@]}" probability --model "$model" --context "$context" --word "${word:-$context}"
  first="$(per "$wall-$start" 1 2)"
  measured empty "${score[@]}" --input -
  empty="$wall"
  stdin="$text" measured query "${score[@]}" --input -
  tokens="$(sed -n 's/.* tokens \([0-9]*\),.*/\1/p' "$work/query.log" | tail -n 1)"
  query_row ngram-job "$(du -sm "$model" | cut -f 1)" "$(per "$empty-$start" 1 2)" "$first" "$empty"
  print_profile query
}

ask_kenlm() {
  local binary="$out/kenlm/model.$1" empty
  measured empty "$QUERY" -v summary "$binary"
  empty="$wall"
  stdin="$text" measured query "$QUERY" -v summary "$binary"
  query_row "KenLM $1" "$(du -m "$binary" | cut -f 1)" "$empty" - "$empty"
}

query_row() { # tool model_MB open_s first_s seconds without a text
  row "$text_name" "$1" "$order" "$run" "$2" "$3" "$4" "$tokens" "$(per "$tokens" "$wall-$5" 0)" "$peak" "$cpu"
}

# KenLM's two forms of the same model; kept, because making them takes longer than asking them.
build_kenlm() {
  local kind places
  [[ -n "${BUILD_BINARY:-}" ]] || fail "QUERY is set but BUILD_BINARY does not name KenLM's build_binary"
  mkdir -p "$out/kenlm"
  if [[ "$(cat "$out/kenlm/of" 2> /dev/null)" != "$(sha256sum "$1/_MANIFEST.json")" ]]; then
    say "exporting the model and building KenLM's trie and probing table"
    "$home/scripts/ngram-job" export --model "$1" --output "$work/query.arpa" --quiet
    for kind in trie probing; do
      "$BUILD_BINARY" -T "$work/kenlm" "$kind" "$work/query.arpa" "$out/kenlm/model.$kind" > "$work/build.log" 2>&1 ||
        { tail -n 5 "$work/build.log" >&2 && fail "KenLM could not build a $kind"; }
    done
    rm "$work/query.arpa"
    sha256sum "$1/_MANIFEST.json" > "$out/kenlm/of"
  fi
}
