# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# What becomes of the rows: medians, charts, and the README's table. Read by scripts/bench.
# shellcheck disable=SC2034,SC2154 # shared with the other files

# TABLE BEGAN KEY COLUMN…: of the rows of one invocation, the medians of columns for each value of KEY, in the order
# in which they stand. KEY may be several columns joined by +.
median_columns() {
  local rows="$1" which="$2"
  shift 2
  awk -F '\t' -v OFS='\t' -v which="$which" -v wanted="$*" '
    NR == 1 {
      for (i = 1; i <= NF; i++) place[$i] = i
      count = split(wanted, column, " ")
      parts = split(column[1], part, "+")
    }
    $1 == which {
      key = $place[part[1]]
      for (p = 2; p <= parts; p++) key = key OFS $place[part[p]]
      if (!(key in rows)) order[++keys] = key
      rows[key]++
      for (c = 2; c <= count; c++) value[key, c, rows[key]] = $place[column[c]]
    }
    function median(key, c,   n, i, j, held, v) {
      n = rows[key]
      for (i = 1; i <= n; i++) {
        held = value[key, c, i]
        if (held == "" || held == "-") return "-"
        for (j = i - 1; j > 0 && v[j] + 0 > held + 0; j--) v[j + 1] = v[j]
        v[j + 1] = held
      }
      return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
    }
    END {
      for (k = 1; k <= keys; k++) {
        line = order[k]
        for (c = 2; c <= count; c++) line = line OFS median(order[k], c)
        print line
      }
    }' "$rows"
}

# NAME TITLE LABEL…: draws the rows from standard input to target/bench/NAME.svg; three labels make curves.
chart() {
  local kind=bars
  (($# < 4)) || kind=lines
  "${java[@]}" org.ngramjob.bench.DrawChart "$kind" "$2" "${@:3}" > "$out/$1.svg"
  say "$out/$1.svg"
}

# The last invocation of a bench.
last() {
  [[ -s "$out/$1.tsv" ]] || return 1
  tail -n 1 "$out/$1.tsv" | cut -f 1
}

# BENCH COLUMN: of its last row.
last_value() {
  awk -F '\t' -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) place = i } END { print $place }' "$out/$1.tsv"
}

# Peers beside ours: medians, and how many times ours each is.
compare_peers() { # BEGAN
  median_columns "$out/peers.tsv" "$1" task+tool wall_s cpu_s peak_MB shuffled_MB | awk -F '\t' -v OFS='\t' '
    function times(value, own) { return value == "-" || own == "-" || own == 0 ? "-" : sprintf("%.2f", value / own) }
    $2 == "ngram-job" { wall[$1] = $3; cpu[$1] = $4; bytes[$1] = $6 }
    { print $0, times($3, wall[$1]), times($4, cpu[$1]), times($6, bytes[$1]) }'
}

# ---- the README's table -----------------------------------------------------------------------------------------

# LANGUAGE: what target/bench/*.tsv says, as Markdown.
print_table() {
  case "${1:-en}" in
    en) all_tables en ;;
    zh) all_tables zh | in_chinese ;;
    *) fail "language ($1) must be en or zh" ;;
  esac
}

# The rows are in English.
in_chinese() {
  sed -e 's/^| count, orders 1-\([0-9]*\) |/| 计数，1–\1 阶 |/' -e 's/^| ARPA, order \([0-9]*\) |/| ARPA，\1 阶 |/' \
    -e 's/| naive MapReduce |/| 朴素 MapReduce |/' -e '/^|/s/\<default\>/默认/g' \
    -e 's/\([0-9]*\) cores of \(.*\), \([0-9]* GB\)/\2，\1 核，\3/'
}

all_tables() {
  local language="$1" found=""
  if last peers > /dev/null; then found=1 && peers_table "$language"; fi
  if last local > /dev/null; then found=1 && local_table "$language"; fi
  if last scaling > /dev/null; then found=1 && scaling_table "$language"; fi
  if last query > /dev/null; then found=1 && query_table "$language"; fi
  [[ -n "$found" ]] || fail "nothing has been measured yet: scripts/bench peers TEXT"
}

heading() { # LANGUAGE BENCH ENGLISH CHINESE: what was measured, when and where
  local from on loads
  from="$(last "$2")"
  on="$(last_value "$2" machine)"
  loads="$(awk -F '\t' -v from="$from" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "load") place = i }
    $1 == from { if (least == "" || $place < least) least = $place; if ($place > most) most = $place }
    END { print least "–" most }' "$out/$2.tsv")"
  if [[ "$1" == zh ]]; then
    printf '\n%s（%s，%s，系统负载 %s）：\n\n' "$4" "${from%T*}" "$on" "$loads"
  else
    printf '\n%s (%s, %s, load average %s):\n\n' "$3" "${from%T*}" "$on" "$loads"
  fi
}

markdown() { # rows between tabs; the first is the head, columns of numbers stand to the right
  awk -F '\t' '
    function shown(value) {
      if (value !~ /^[0-9]+\.[0-9]+$/) return value
      return sprintf(value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value)
    }
    function line(   i, text) {
      text = "|"
      for (i = 1; i <= NF; i++) text = text " " shown($i) " |"
      return text
    }
    NR == 1 { print line(); next }
    NR == 2 {
      rule = "|"
      for (i = 1; i <= NF; i++) rule = rule ($i ~ /^[0-9.-]+$/ ? "---:|" : "---|")
      print rule
    }
    { print line() }'
}

peers_table() {
  local name millions myriads
  name="$(last_value peers text)"
  read -r millions myriads <<< "$(awk -v n="$(last_value peers tokens)" 'BEGIN { printf "%.1f %.0f\n", n / 1e6, n / 1e4 }')"
  heading "$1" peers "\`$name\`, $millions M tokens" "\`$name\`，$myriads 万词"
  {
    if [[ "$1" == zh ]]; then
      printf '任务\t程序\t墙钟 (s)\tCPU (s)\t内存 (MB)\t混洗 (MB)\t墙钟倍数\tCPU 倍数\t混洗倍数\n'
    else
      printf 'task\tprogram\twall (s)\tCPU (s)\tmemory (MB)\tshuffled (MB)\t× wall\t× CPU\t× shuffled\n'
    fi
    last_of_each_task
  } | markdown
}

# Of the text measured last; a task stands with the peers of its own last run.
last_of_each_task() {
  local task from
  while IFS=$'\t' read -r task from; do
    compare_peers "$from" | awk -F '\t' -v task="$task" '$1 == task'
  done < <(awk -F '\t' -v OFS='\t' -v text="$(last_value peers text)" '
    $2 == text { if (!($3 in from)) order[++n] = $3; from[$3] = $1 }
    END { for (i = 1; i <= n; i++) print order[i], from[order[i]] }' "$out/peers.tsv")
}

local_table() {
  local name order
  name="$(last_value local text)"
  order="$(last_value local order)"
  heading "$1" local "Stages of \`train --order $order --arpa\` on \`$name\`" "\`train --order $order --arpa\` 各阶段，\`$name\`"
  {
    if [[ "$1" == zh ]]; then
      printf '阶段\t墙钟 (s)\tCPU (s)\t内存 (MB)\t词/s\t每词混洗 (B)\t每词写盘 (B)\n'
    else
      printf 'stage\twall (s)\tCPU (s)\tmemory (MB)\ttokens/s\tshuffled/token (B)\twritten/token (B)\n'
    fi
    median_columns "$out/local.tsv" "$(last local)" stage wall_s cpu_s peak_MB tokens_per_s shuffled_per_token \
      written_per_token
  } | markdown
}

scaling_table() {
  local order
  order="$(last_value scaling order)"
  heading "$1" scaling "Invented text, \`train --order $order --arpa\`" "生成的文本，\`train --order $order --arpa\`"
  {
    if [[ "$1" == zh ]]; then
      printf '词数\tmap × reduce\t墙钟 (s)\tCPU (s)\t内存 (MB)\t每词 (µs)\t每词混洗 (B)\n'
    else
      printf 'tokens\tmappers × reducers\twall (s)\tCPU (s)\tmemory (MB)\tµs a token\tshuffled/token (B)\n'
    fi
    median_columns "$out/scaling.tsv" "$(last scaling)" text+mappers+reducers wall_s cpu_s peak_MB us_per_token \
      shuffled_per_token | awk -F '\t' -v OFS='\t' '{ sub(/^invented-/, "", $1); print $1, $2 " × " $3, $4, $5, $6, $7, $8 }'
  } | markdown
}

query_table() {
  heading "$1" query "Order $(last_value query order), \`$(last_value query text)\`, one thread" \
    "$(last_value query order) 阶模型，\`$(last_value query text)\`，单线程"
  {
    if [[ "$1" == zh ]]; then
      printf '程序\t模型 (MB)\t打开 (s)\t词/s\t内存 (MB)\n'
    else
      printf 'program\tmodel (MB)\topen (s)\ttokens/s\tmemory (MB)\n'
    fi
    median_columns "$out/query.tsv" "$(last query)" tool model_MB open_s tokens_per_s peak_MB
  } | markdown
}

# Puts the table between the marks of both READMEs. Nothing else may stand there: it is replaced.
write_readmes() {
  local language page
  for language in en zh; do
    page="$home/README.md"
    [[ "$language" == en ]] || page="$home/README.zh-CN.md"
    print_table "$language" > "$out/table.$language.md"
    awk -v from="$out/table.$language.md" '
      /<!-- end of bench table -->/ { while ((getline line < from) > 0) print line; print ""; inside = 0 }
      !inside { print }
      /<!-- bench table -->/ { inside = 1 }' "$page" > "$page.new"
    mv "$page.new" "$page"
  done
}
