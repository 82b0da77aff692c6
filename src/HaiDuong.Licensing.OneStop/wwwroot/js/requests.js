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
