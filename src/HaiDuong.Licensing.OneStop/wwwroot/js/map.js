// The map of places: points from GeoJSON on a grid with the districts' names. Without this script the table says the same.
const block = document.querySelector('[data-map-block]');
const box = block?.querySelector('[data-map]');
if (box && window.L) draw(box);

function draw(box) {
  block.hidden = false;
  const bounds = JSON.parse(box.dataset.bounds);
  const map = L.map(box, { preferCanvas: true, zoomControl: false, attributionControl: false, maxZoom: 18, minZoom: 8, zoomSnap: .25 }).fitBounds(bounds);
  L.control.zoom({ zoomInTitle: box.dataset.zoomIn, zoomOutTitle: box.dataset.zoomOut }).addTo(map);
  if (box.dataset.tiles) {
    L.tileLayer(box.dataset.tiles, { maxZoom: 18 }).addTo(map);
    const said = document.createElement('span');
    said.textContent = box.dataset.attribution ?? '';
    L.control.attribution({ prefix: false }).addAttribution(said.innerHTML).addTo(map);
  } else {
    grid(map, bounds);
  }
  for (const unit of JSON.parse(box.dataset.units)) word(map, unit.at, unit.name, '');
  points(map, box).catch(() => { block.querySelector('[data-map-failed]').hidden = false; });
}

function word(map, at, text, kind) {
  const said = document.createElement('span');
  said.textContent = text;
  L.tooltip({ permanent: true, direction: 'center', className: `hd-map-word ${kind}`, interactive: false }).setLatLng(at).setContent(said).addTo(map);
}

function grid(map, [[south, west], [north, east]]) {
  const style = { color: '#837b70', weight: 1, opacity: .45, interactive: false };
  const written = angle => angle.toFixed(1).replace('.', ',') + '°';
  for (let tenth = Math.round(south * 10); tenth <= Math.round(north * 10); tenth++) {
    L.polyline([[tenth / 10, west], [tenth / 10, east]], style).addTo(map);
    if (tenth % 2 === 0) word(map, [tenth / 10, west], written(tenth / 10), 'hd-map-degree');
  }
  for (let tenth = Math.round(west * 10); tenth <= Math.round(east * 10); tenth++) {
    L.polyline([[south, tenth / 10], [north, tenth / 10]], style).addTo(map);
    if (tenth % 2 === 0) word(map, [south, tenth / 10], written(tenth / 10), 'hd-map-degree');
  }
}

async function points(map, box) {
  const answer = await fetch(box.dataset.points, { headers: { Accept: 'application/geo+json' } });
  if (!answer.ok) throw new Error(answer.statusText);
  const look = new Map([...block.querySelectorAll('[data-kind]')].map(dot => [dot.dataset.kind, { colour: getComputedStyle(dot).color, label: dot.parentElement.textContent.trim() }]));
  const layer = L.geoJSON(await answer.json(), {
    pointToLayer: (feature, at) => L.circleMarker(at, { radius: 5, weight: 1, color: '#fff', fillColor: look.get(feature.properties.kind).colour, fillOpacity: .9 }),
    onEachFeature: (feature, marker) => marker.bindPopup(() => described(feature.properties, look, box), { closeButton: false }),
  }).addTo(map);
  if (layer.getLayers().length) map.fitBounds(layer.getBounds(), { padding: [24, 24], maxZoom: 14, animate: false });
}

function described(place, look, box) {
  const text = document.createElement('div');
  const lines = [place.isDemo ? `${place.name} (${box.dataset.demo})` : place.name, look.get(place.kind).label, place.owner, place.address, place.details, place.decisionNumber, place.origin];
  lines.filter(Boolean).forEach((line, index) => {
    const paragraph = document.createElement('p');
    const part = index ? paragraph : paragraph.appendChild(document.createElement('strong'));
    part.textContent = line;
    text.append(paragraph);
  });
  return text;
}
