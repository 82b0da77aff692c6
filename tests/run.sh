#!/usr/bin/env bash
# Runs every test on a Debian machine that has only the .NET SDK; installs what else is needed.
#   tests/run.sh                 all tests
#   tests/run.sh Deadlines       only tests whose full name contains the word (or any `dotnet test --filter` expression)
# The last line is "N passed, N failed, N skipped"; the exit code says whether everything passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A run compiles much and runs each thing a few times: neither counting for later compilation nor guarding the compiled code pays here.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

results="$PWD/tests/TestResults"
projects=(Tests IntegrationTests BrowserTests)
filter=("${@:+--filter}" "$@")
[[ $# -eq 0 ]] && filter=()

install_missing() {
  local packages=()
  command -v chromium-headless-shell >/dev/null || packages+=(chromium-headless-shell)
  command -v clamd >/dev/null || packages+=(clamav-daemon)
  command -v pdfsig >/dev/null && command -v pdftotext >/dev/null || packages+=(poppler-utils)
  compgen -G '/usr/share/fonts/truetype/noto/NotoSerif-Regular.*' >/dev/null || packages+=(fonts-noto-core)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.*' >/dev/null || packages+=(fonts-noto-cjk)
  command -v java >/dev/null || packages+=(default-jre-headless)
  [[ -e /usr/share/java/preflight.jar ]] || packages+=(libpdfbox2-java)
  [[ -e /usr/share/java/javax.activation.jar ]] || packages+=(libactivation-java)
  [[ -e /usr/share/java/jaxb-api.jar ]] || packages+=(libjaxb-api-java)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || packages+=(postgresql)
  [[ ${#packages[@]} -eq 0 ]] && return 0
  if ! command -v apt-get >/dev/null; then
    echo "Please install: ${packages[*]} (this machine has no apt-get)" >&2
    return 1
  fi
  local as_root=()
  [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  echo "Installing ${packages[*]}"
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
}

# From a TRX file: "<total> <executed> <passed>".
counters() {
  grep -o '<Counters [^>]*' "$1" |
    sed -E 's/.* total="([0-9]+)".* executed="([0-9]+)".* passed="([0-9]+)".*/\1 \2 \3/'
}

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$1"
}

passed=0 failed=0 skipped=0 broken=0
rm -rf "$results"
install_missing || { echo "The tools that the tests need could not be installed." >&2; finish 1; }
dotnet build HaiDuong.Licensing.sln --verbosity quiet || { echo "The build failed; no test ran." >&2; finish 1; }

for project in "${projects[@]}"; do
  name="HaiDuong.Licensing.$project"
  echo "== $name"
  dotnet test "tests/$name" --no-build "${filter[@]}" --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" || broken=1
  if [[ ! -f "$results/$project.trx" ]]; then
    if [[ $# -eq 0 ]]; then
      echo "$name left no result file." >&2
      broken=1
    fi
    continue
  fi
  read -r total executed ok < <(counters "$results/$project.trx")
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
done

if [[ $((passed + failed)) -eq 0 ]]; then
  echo "No test ran." >&2
  broken=1
fi
[[ $failed -eq 0 && $broken -eq 0 ]]
finish $?
