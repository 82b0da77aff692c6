// Runs before the first paint: says that scripts work and sets light or dark as the person chose, else as the system says.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const show = () => root.setAttribute("data-bs-theme", chosen() ?? (system.matches ? "dark" : "light"));

  root.classList.add("js");
  show();
  system.addEventListener("change", show);
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-theme-toggle]")) return;
    const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
    // Back to what the system says means: follow the system again.
    try {
      if (next === (system.matches ? "dark" : "light")) localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch { /* storage is off: the choice lasts for this page */ }
    root.setAttribute("data-bs-theme", next);
  });
})();
