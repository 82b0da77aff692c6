// The papers beside the form: the one shown is marked in their list, n and p show the next and the one before, also while typing as Alt+PageDown and
// Alt+PageUp; v goes into the viewer, where PageDown and PageUp turn the pages.
const frame = document.querySelector("iframe.hd-document[name=giay-to]");
const links = frame ? [...document.querySelectorAll(`a[target="${frame.name}"]`)] : [];
let at = links.findIndex(link => link.href === frame.src);

const mark = () => links.forEach((link, place) => (place === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));

function show(place) {
  if (!links[place]) return;
  at = place;
  // In place of what stands there, so that Back leads out of the page and not through its papers.
  frame.contentWindow.location.replace(links[at].href);
  mark();
}

document.addEventListener("click", event => {
  const place = links.indexOf(event.target.closest?.("a"));
  if (place < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(place);
});

document.addEventListener("keydown", event => {
  const step = { PageDown: 1, PageUp: -1 }[event.key];
  if (!frame || !step || !event.altKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  show(at + step);
});

mark();

/** What single letters do, beside those of the desk. */
export const keys = frame ? { n: () => show(at + 1), p: () => show(at - 1), v: () => frame.focus() } : {};
