#!/usr/bin/env bash
# Refreshes the vendored front end from npm. Run by hand when a version changes; starting the product needs neither npm nor a network.
# Folder names carry the version, so browsers may keep these files for ever.
set -euo pipefail
cd "$(dirname "$0")"

bootstrap=5.3.9
htmx=4.0.1
font=5.3.0
leaflet=1.9.4

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

unpack() { # package version -> folder with its content
  local file
  file="$(cd "$work" && npm pack --silent --ignore-scripts "$1@$2")"
  mkdir -p "$work/$file.d"
  tar -xzf "$work/$file" -C "$work/$file.d" --strip-components=1
  echo "$work/$file.d"
}

rm -rf bootstrap-* htmx-* be-vietnam-pro-* leaflet-*

from="$(unpack bootstrap "$bootstrap")"
mkdir "bootstrap-$bootstrap"
# Without the source map line: the map is not vendored.
sed '/^\/\*# sourceMappingURL=/d' "$from/dist/css/bootstrap.min.css" > "bootstrap-$bootstrap/bootstrap.min.css"
cp "$from/LICENSE" "bootstrap-$bootstrap/LICENSE"

from="$(unpack htmx.org "$htmx")"
mkdir "htmx-$htmx"
sed '/^\/\/# sourceMappingURL=/d' "$from/dist/htmx.min.js" > "htmx-$htmx/htmx.min.js"
cp "$from/LICENSE" "htmx-$htmx/LICENSE"

from="$(unpack @fontsource/be-vietnam-pro "$font")"
mkdir "be-vietnam-pro-$font"
for face in latin-400 latin-600 vietnamese-400 vietnamese-600; do
  cp "$from/files/be-vietnam-pro-$face-normal.woff2" "be-vietnam-pro-$font/$face.woff2"
done
cp "$from/LICENSE" "be-vietnam-pro-$font/LICENSE"

# Points are drawn on a canvas, so the pictures of markers and layers are not vendored, nor the rules that name them.
from="$(unpack leaflet "$leaflet")"
mkdir "leaflet-$leaflet"
sed '/^\/\/# sourceMappingURL=/d' "$from/dist/leaflet.js" > "leaflet-$leaflet/leaflet.js"
sed '/url(images\//d' "$from/dist/leaflet.css" > "leaflet-$leaflet/leaflet.css"
cp "$from/LICENSE" "leaflet-$leaflet/LICENSE"

find . -type f ! -name SHA256SUMS ! -name vendor.sh | LC_ALL=C sort | xargs sha256sum > SHA256SUMS
sha256sum --quiet --check SHA256SUMS
