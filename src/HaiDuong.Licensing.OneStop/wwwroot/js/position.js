// "Vị trí của tôi": fills in latitude and longitude from the device. Without this file, or without a position, both are typed.
const patience = { enableHighAccuracy: true, timeout: 20000, maximumAge: 0 };
const roughMetres = 100;
const failures = { 1: "denied", 2: "unavailable", 3: "timeout" };

const fieldsOf = box => [box.dataset.latitude, box.dataset.longitude].map(id => document.getElementById(id));
const written = degrees => String(Number(degrees.toFixed(6))).replace(".", ",");

function offer() {
  for (const box of document.querySelectorAll("[data-position]")) box.hidden = !fieldsOf(box).every(Boolean);
}

function say(box, word, ...parts) {
  const said = box.querySelector("[role=status]");
  said.textContent = parts.reduce((text, part, index) => text.replace(`{${index}}`, part), box.dataset[word]);
  said.classList.toggle("hd-error", !["searching", "filled"].includes(word));
}

function fill(box, { latitude, longitude, accuracy }) {
  const [[south, west], [north, east]] = JSON.parse(box.dataset.taken);
  const position = [latitude, longitude].map(written);
  if (latitude < south || latitude > north || longitude < west || longitude > east) return say(box, "outside", ...position);
  for (const [index, field] of fieldsOf(box).entries()) {
    field.value = position[index];
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  say(box, accuracy > roughMetres ? "rough" : "filled", Math.ceil(accuracy).toLocaleString(document.documentElement.lang));
}

if (window.isSecureContext && navigator.geolocation) {
  offer();
  document.addEventListener("htmx:after:swap", offer);
  document.addEventListener("click", event => {
    const box = event.target.closest("[data-position] button")?.parentElement;
    if (!box || box.ariaBusy === "true") return;
    box.ariaBusy = "true";
    say(box, "searching");
    const done = () => { box.ariaBusy = "false"; };
    navigator.geolocation.getCurrentPosition(
      found => { done(); fill(box, found.coords); },
      failure => { done(); say(box, failures[failure.code]); },
      patience);
  });
}
