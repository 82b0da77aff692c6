// Tells the person when a background request fails; what was typed stays on the page.
const toast = document.querySelector("[data-toast]");

function say(word) {
  if (!toast) return;
  const text = document.createElement("span");
  text.textContent = toast.dataset[word];
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = toast.dataset.close;
  close.addEventListener("click", () => { toast.hidden = true; });
  toast.hidden = false;
  toast.replaceChildren(text, close);
}

document.addEventListener("htmx:response:error", event => {
  const status = event.detail?.ctx?.response?.status;
  if (status === 422) return;
  say(status === 400 || status === 401 ? "expired" : "failed");
});
document.addEventListener("htmx:error", () => say(navigator.onLine ? "failed" : "offline"));

// "Xem thêm" is gone after the swap: go on at the first new row, so that the keyboard does not start at the top again.
let after = null;
document.addEventListener("htmx:before:swap", event => {
  const row = event.target instanceof Element ? event.target.closest(".hd-more") : null;
  after = row ? { list: row.parentElement, index: [...row.parentElement.children].indexOf(row) } : null;
});
document.addEventListener("htmx:after:swap", () => {
  after?.list.children[after.index]?.querySelector("a[href]")?.focus();
  after = null;
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-print]")) window.print();
});

// The size of the paper changes on the page that is shown, so that what was just made is printed as the first print; the browser remembers the choice.
document.addEventListener("click", event => {
  const choice = event.target.closest("a[data-paper]");
  const sheet = document.querySelector("[data-paper-of]");
  if (!choice || !sheet || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const size = choice.dataset.paper;
  for (const style of document.querySelectorAll("link[data-paper-sheet]")) style.media = style.dataset.paperSheet === size ? "all" : "not all";
  sheet.classList.replace(`hd-sheet-${sheet.dataset.paperOf}`, `hd-sheet-${size}`);
  sheet.dataset.paperOf = size;
  for (const other of document.querySelectorAll("a[data-paper]")) {
    if (other === choice) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
  }
  document.cookie = `hd-paper=${size}; path=/; max-age=31536000; samesite=lax`;
});
