// Comfort for forms. Every one of them also works without this file.

// A draft that answered a post is come back to by its own address, where what was saved is. Any other page that refused a form lives in the
// browser's history as it was shown: an address put in its place would bring it back empty.
const own = document.querySelector("form[data-autosave]")?.dataset.autosave;
if (own) history.replaceState(history.state, "", new URL(own, location.href).pathname === location.pathname ? location.href : own);

// The error summary follows the order of the form and takes focus when the page opens; its links go to the field itself.
const summary = document.querySelector("[data-takes-focus]");
if (summary) {
  const list = summary.querySelector("ul");
  const place = item => document.getElementById(item.querySelector("a")?.hash.slice(1) ?? "");
  const items = [...list?.children ?? []];
  items.sort((one, other) => {
    const [a, b] = [place(one), place(other)];
    return !a || !b ? Number(!!a) - Number(!!b) : a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  list?.replaceChildren(...items);
  summary.focus();
}
document.addEventListener("click", event => {
  const link = event.target.closest(".hd-error-summary a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus({ preventScroll: true });
  (field.closest(".hd-field") ?? field).scrollIntoView({ block: "start" });
});

// A second press of the button sends nothing. A form that answers with a file says data-many.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.many !== undefined || form.method === "get" || form.method === "dialog") return;
  if (form.dataset.busy) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  form.dataset.busy = "1";
  setTimeout(() => delete form.dataset.busy, 8000);
}, true);
for (const name of ["htmx:after:request", "htmx:error", "htmx:after:swap"]) {
  document.addEventListener(name, event => {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (form) delete form.dataset.busy;
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-busy]")) delete form.dataset.busy;
});

// Names of chosen files, in the language of the page.
document.addEventListener("change", event => {
  if (event.target.type !== "file") return;
  const names = event.target.closest(".hd-file")?.querySelector(".hd-file-names");
  if (!names) return;
  names.dataset.none ??= names.textContent;
  names.textContent = [...event.target.files].map(file => file.name).join(", ") || names.dataset.none;
});
for (const [name, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(name, event => {
    event.target.closest?.(".hd-file")?.classList.toggle("hd-file-over", over);
  });
}

// Characters left, once it matters.
document.addEventListener("input", event => {
  const max = Number(event.target.dataset?.max);
  if (!max) return;
  const field = event.target.closest(".hd-field");
  let count = field.querySelector(".hd-count");
  if (!count) {
    count = document.createElement("div");
    count.className = "hd-count";
    count.setAttribute("aria-live", "polite");
    event.target.after(count);
  }
  const used = event.target.value.length;
  count.textContent = used > max * .8 ? `${used} / ${max}` : "";
  count.classList.toggle("hd-count-over", used > max);
});

// A reason that is chosen goes into its field at once; without this file the form comes back with it.
document.addEventListener("click", event => {
  const button = event.target.closest?.("button[name^='mau.']");
  const field = button?.form?.elements[button.name.slice(4)];
  if (!field) return;
  event.preventDefault();
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n${button.value}` : button.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  button.closest("details").open = false;
  field.focus();
});

// Questions that depend on an answer: data-show-when is a condition as procedure files write it, {"field": "medium", "in": ["printed"]}, and is held to the
// answers as FormCondition.Holds and FormRules.Visible do on the server: in a row its own answer first, and one that is itself hidden counts for nothing, so
// that hiding goes on until nothing changes. An empty one depends on nothing.
function showDependent(form) {
  const fields = [...form.querySelectorAll("[data-show-when^='{']")];
  const named = new Map();
  for (const control of form.elements) if (control.name) named.set(control.name, [...named.get(control.name) ?? [], control]);
  const isGiven = control => control.value && !control.closest("[data-show-when][hidden]") && (!["checkbox", "radio"].includes(control.type) || control.checked);
  const answers = name => (named.get(name) ?? []).filter(isGiven).map(control => control.value);
  const holds = field => {
    const condition = JSON.parse(field.dataset.showWhen);
    const row = field.closest(".hd-row")?.querySelector("[name*='].']")?.name.replace(/\.[^.]*$/, ".");
    const own = row ? answers(row + condition.field) : [];
    return (own.length > 0 ? own : answers(condition.field)).some(answer => condition.in.includes(answer));
  };
  for (const field of fields) field.hidden = false;
  for (let left = fields; left.length > 0;) {
    left = fields.filter(field => !field.hidden && !holds(field));
    for (const field of left) field.hidden = true;
  }
}
const dependentForms = root => [...root.querySelectorAll("form")].filter(form => form.querySelector("[data-show-when]"));
dependentForms(document).forEach(showDependent);
document.addEventListener("change", event => {
  if (event.target.form?.querySelector("[data-show-when]")) showDependent(event.target.form);
});
document.addEventListener("htmx:after:swap", () => dependentForms(document).forEach(showDependent));

// Autosave: <form data-autosave="/address"> with <hd-saved />. What the page sends goes in order: data-sent counts it, and a save drops what is
// still on its way. The server answers 2xx, 409 when another window changed it; it may send the new row version in X-Row-Version for the input
// marked data-row-version, and in Content-Location the address that what is saved now has.
const pause = 1500;
// A form of a desk is kept for its person under its own address, until it is sent; what is kept is said beside its buttons.
for (const note of document.querySelectorAll("[data-keep]")) {
  const form = note.closest("form");
  const to = new URL(form.action, location.href);
  const handler = to.searchParams.get("handler");
  form.dataset.autosave = `${note.dataset.keep}?cho=${encodeURIComponent(to.pathname + (handler ? `?handler=${handler}` : ""))}`;
  (form.querySelector(".hd-actions:has(> .btn-primary)") ?? form.querySelector(".hd-actions"))?.append(note);
}
// What came back from a form that was not taken is nowhere but on the page: it is kept before anybody types on. Where a page has several forms, those with
// what is wrong.
const cameBack = [...document.querySelectorAll("form:has([data-unsent])")];
const wrongOnes = cameBack.filter(form => form.querySelector(".hd-field-wrong"));
const unsent = new Set(wrongOnes.length > 0 ? wrongOnes : cameBack);
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const note = form.querySelector("[data-saved]");
  const sent = form.querySelector("[data-sent]");
  let timer = 0;
  let flight = null;
  let dirty = false;

  const show = (word, failed) => {
    if (!note) return;
    const now = new Date();
    const time = [now.getHours(), now.getMinutes()].map(part => String(part).padStart(2, "0")).join(":");
    note.textContent = note.dataset[word].replace("{0}", time).replace("{1}", location.pathname.split("/").pop());
    note.classList.toggle("hd-saved-failed", failed);
  };

  // From the first save on the page has the address of what was saved, and can be come back to.
  function settle(address) {
    if (!address || address === form.dataset.autosave) return;
    form.dataset.autosave = address;
    form.action = address;
    history.replaceState(history.state, "", address);
    for (const button of form.querySelectorAll("[hx-post]")) button.setAttribute("hx-post", address);
  }

  // A server that is busy or away is asked again when it says so, and what was typed meanwhile goes along.
  let waiting = false;
  function later(seconds) {
    waiting = dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, (Number(seconds) || 15) * 1000);
  }

  const count = () => { if (sent) sent.value = Number(sent.value) + 1; };

  async function save() {
    if (flight) return;
    const mine = flight = new AbortController();
    waiting = false;
    dirty = false;
    count();
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    for (const secret of form.querySelectorAll("input[type=password]")) body.delete(secret.name);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "error", signal: mine.signal, keepalive: document.hidden });
      const version = answer.headers.get("X-Row-Version");
      const field = form.querySelector("[data-row-version]");
      if (version && field) field.value = version;
      if (answer.ok) settle(answer.headers.get("Content-Location"));
      if (answer.ok) show("saved", false);
      else if (answer.status >= 500 || answer.status === 429) { show("failed", true); later(answer.headers.get("Retry-After")); }
      else show(answer.status === 409 ? "conflict" : "refused", true);
      if (answer.status === 409) return;
    } catch {
      if (mine.signal.aborted) return;
      show("failed", true);
      later();
    } finally {
      if (flight === mine) flight = null;
    }
    if (dirty && !waiting) { clearTimeout(timer); timer = setTimeout(save, pause); }
  }

  if (unsent.has(form)) { dirty = true; timer = setTimeout(save, pause); }
  form.addEventListener("input", () => { dirty = true; if (waiting) return; clearTimeout(timer); timer = setTimeout(save, pause); });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    flight?.abort();
    flight = null;
    dirty = false;
    count();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && dirty) { clearTimeout(timer); save(); }
  });
}
