// Ctrl+K: go to a page of the menu, do something with the dossier that is open, find one. Without script the box of the page is the search.
const dialog = document.querySelector("[data-palette]");
const box = dialog?.querySelector("[role=combobox]");
const list = dialog?.querySelector("[role=listbox]");
const status = dialog?.querySelector("[role=status]");

const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

/** What a link or button of the page says, without what only its place there says, and what it does. */
function entry(element, open = () => element.click()) {
  const content = document.createElement("span");
  const counted = element.querySelector(".hd-waiting");
  content.append(...[...element.childNodes].filter(node => node !== counted).map(node => node.cloneNode(true)));
  return { content, open, words: ` ${fold(content.textContent).replace(/\s+/g, " ")}` };
}

const go = () => [...document.querySelectorAll(".hd-sidenav a")].map(link => entry(link));
const acts = () => [...document.querySelectorAll("[data-acts] :is(a[href], button)")].map(act => entry(act));

let found = [];
let failed = false;
let pending = false;
let asked = 0;
let waiting;
let shown = [];
let at = -1;

function group(name, entries) {
  if (entries.length === 0) return [];
  const all = document.createElement("div");
  all.setAttribute("role", "group");
  all.setAttribute("aria-label", name);
  const heading = document.createElement("div");
  heading.className = "hd-palette-group";
  heading.setAttribute("aria-hidden", "true");
  heading.textContent = name;
  all.append(heading, ...entries.map(one => {
    const option = document.createElement("div");
    option.id = `hd-palette-${shown.length}`;
    option.setAttribute("role", "option");
    option.append(one.content);
    shown.push({ option, open: one.open });
    return option;
  }));
  return [all];
}

function choose(index) {
  at = index;
  for (const [place, { option }] of shown.entries()) option.setAttribute("aria-selected", String(place === at));
  if (at >= 0) box.setAttribute("aria-activedescendant", shown[at].option.id);
  else box.removeAttribute("aria-activedescendant");
  shown[at]?.option.scrollIntoView({ block: "nearest" });
}

function take(index) {
  const { open } = shown[index];
  dialog.close();
  open();
}

function draw() {
  const typed = box.value.trim();
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const matches = one => words.every(word => one.words.includes(` ${word}`));
  const every = document.createElement("span");
  every.textContent = `${list.dataset.all}: “${typed}”`;
  const search = { content: every, open: () => location.assign(`${box.form.action}?q=${encodeURIComponent(typed)}`) };
  shown = [];
  list.replaceChildren(
    ...group(list.dataset.do, acts().filter(matches)),
    ...group(list.dataset.go, go().filter(matches)),
    ...group(list.dataset.find, typed.length > 1 ? [...found, search] : []),
  );
  choose(shown.length > 0 ? 0 : -1);
  const real = shown.length - (typed.length > 1 ? 1 : 0);
  status.textContent = failed ? status.dataset.failed : real > 0 ? `${real} ${status.dataset.some}` : pending ? "" : status.dataset.none;
}

async function find() {
  const typed = box.value.trim();
  const turn = ++asked;
  let answered = [];
  let broken = false;
  try {
    const answer = await fetch(`${dialog.dataset.palette}?q=${encodeURIComponent(typed)}`, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    answered = [...page.querySelectorAll("a[href]")].map(link => entry(link, () => location.assign(link.getAttribute("href"))));
  } catch {
    broken = true;
  }
  if (turn !== asked) return;
  [found, failed, pending] = [answered, broken, false];
  draw();
}

function open() {
  if (!dialog || document.querySelector("dialog[open]")) return;
  asked++;
  box.value = "";
  [found, failed, pending] = [[], false, false];
  draw();
  dialog.showModal();
  box.focus();
}

document.addEventListener("keydown", event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  open();
});
document.querySelector("[data-show-palette]")?.addEventListener("click", open);

box?.addEventListener("input", () => {
  clearTimeout(waiting);
  asked++;
  [found, failed, pending] = [[], false, box.value.trim().length > 1];
  draw();
  if (pending) waiting = setTimeout(find, 150);
});

box?.addEventListener("keydown", event => {
  if (event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && shown.length > 0) {
    event.preventDefault();
    choose((at + step + shown.length) % shown.length);
  } else if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    take(at);
  }
});

list?.addEventListener("click", event => {
  const index = shown.findIndex(one => one.option.contains(event.target));
  if (index >= 0) take(index);
});
dialog?.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
