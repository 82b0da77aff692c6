// The document beside its form follows what is typed: <form data-live-preview> with a button whose formtarget is the frame. Nothing is saved by it.
const patience = 800;

for (const form of document.querySelectorAll("form[data-live-preview]")) {
  const button = form.querySelector("button[formtarget]");
  const frame = document.querySelector(`iframe[name="${button.formTarget}"]`);
  let timer = 0;
  let asked = new AbortController();
  let shown = null;

  async function show() {
    asked.abort();
    asked = new AbortController();
    const typed = new FormData(form);
    // A paper that is attached is no part of the document.
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: typed, signal: asked.signal, headers: { "X-Autosave": "preview" } });
      if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("application/pdf")) return;
      const next = URL.createObjectURL(await answer.blob());
      // In place of what stands there, so that Back leads out of the page and not through its previews.
      frame.contentWindow.location.replace(next);
      if (shown) URL.revokeObjectURL(shown);
      shown = next;
    } catch (error) {
      if (error.name !== "AbortError" && error.name !== "TypeError") throw error;
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, patience);
  });
}
