// The desk by keyboard and by scanner. Single letters do nothing while someone types.
import { keys as papers } from "./papers.js";

const editable = element => element?.closest?.("input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select, [contenteditable]");
const search = document.getElementById("hd-search");
const help = document.querySelector("[data-keys-dialog]");

// On a narrow screen the menu is a strip: it begins where the page is.
const menu = document.getElementById("hd-menu");
const here = menu?.querySelector("[aria-current]");
if (here && menu.scrollWidth > menu.clientWidth) menu.scrollLeft += here.getBoundingClientRect().left - menu.getBoundingClientRect().left - (menu.clientWidth - here.offsetWidth) / 2;

const rows = () => [...document.querySelectorAll("[data-keys] > *")].filter(row => row.querySelector("a[href]"));

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex(row => row.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step))];
  next.querySelector("a[href]").focus();
  next.scrollIntoView({ block: "nearest" });
}

document.addEventListener("focusin", event => {
  for (const row of document.querySelectorAll(".hd-at")) row.classList.remove("hd-at");
  rows().find(row => row.contains(event.target))?.classList.add("hd-at");
});

const keys = {
  "/": () => { search?.focus(); search?.select(); },
  j: () => move(1),
  k: () => move(-1),
  x: () => document.activeElement.closest("[data-keys] > *")?.querySelector("input[type=checkbox]")?.click(),
  "?": () => help?.showModal(),
  ...papers,
};

document.addEventListener("keydown", event => {
  if (event.key === "Escape" && event.target === search) search.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || editable(event.target) || document.querySelector("dialog[open]")) return;
  // A letter in the middle of a scan is not a command.
  if (scan.text.length > 3 || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
document.querySelector("[data-show-keys]")?.addEventListener("click", () => help?.showModal());

// Boxes of a list: the one of the heading ticks all, with Shift everything between the last two, and the bar says how many there are.
const boxes = name => [...document.querySelectorAll(`input[type=checkbox][name="${name}"]`)];
let lastBox = null;

function countChosen() {
  for (const all of document.querySelectorAll("[data-choose-all]")) {
    const ticked = boxes(all.dataset.chooseAll).filter(box => box.checked).length;
    all.checked = ticked > 0 && ticked === boxes(all.dataset.chooseAll).length;
    all.indeterminate = ticked > 0 && !all.checked;
  }
  for (const count of document.querySelectorAll("[data-chosen-count]")) count.textContent = boxes(count.dataset.chosenCount).filter(box => box.checked).length;
}

document.addEventListener("click", event => {
  if (!event.target.matches?.("input[type=checkbox][name]")) return;
  const row = boxes(event.target.name);
  const [from, to] = [row.indexOf(lastBox), row.indexOf(event.target)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) for (const box of row.slice(from, to + 1)) box.checked = event.target.checked;
  lastBox = event.target;
});
document.addEventListener("change", event => {
  if (event.target.dataset?.chooseAll) for (const box of boxes(event.target.dataset.chooseAll)) box.checked = event.target.checked;
  countChosen();
});
document.addEventListener("htmx:after:swap", countChosen);
// What the browser ticks again on the way back comes after the page.
addEventListener("pageshow", () => setTimeout(countChosen));
countChosen();

// Enter in a part of a form that has a button of its own presses that one, not the first of the whole form.
document.addEventListener("keydown", event => {
  const own = event.target.closest?.("[data-enter]")?.querySelector("[data-entered]");
  if (event.key !== "Enter" || !own || event.defaultPrevented || !event.target.matches("input:not([type=submit], [type=button])")) return;
  event.preventDefault();
  own.click();
});

// A scanner types faster than a person and ends with Enter.
const scan = { text: "", last: 0 };
const gap = 60;

function codeIn(text) {
  let code = text.trim();
  try {
    const url = new URL(code);
    code = url.searchParams.get("ma") ?? decodeURIComponent(url.pathname.split("/").filter(Boolean).at(-1) ?? "");
  } catch { /* a bare code */ }
  return /^[A-Za-z0-9][A-Za-z0-9._-]{5,63}$/.test(code) ? code : null;
}

document.addEventListener("keydown", event => {
  if (event.repeat) return;
  const quick = event.timeStamp - scan.last < gap;
  scan.last = event.timeStamp;
  if (event.key === "Enter") {
    const code = quick ? codeIn(scan.text) : null;
    scan.text = "";
    if (!code || event.target.closest?.("[role=search], [data-takes-scan]")) return;
    // In a field the text stays where it is and the form is not sent by the scanner's Enter.
    event.preventDefault();
    if (!editable(event.target)) location.assign(document.body.dataset.dossierPath + encodeURIComponent(code));
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    scan.text = quick ? scan.text + event.key : event.key;
  }
}, true);
