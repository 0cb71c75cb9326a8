// Filters the payers by type, state and name, and keeps the choice in the address. Everything can be read without it.
(() => {
  const form = document.getElementById("filter");
  const rows = [...document.querySelectorAll("#matrix tbody tr")];
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const table = document.getElementById("matrix");

  const matches = (row, chosen) => {
    const states = row.dataset.states.split(" ");
    return (!chosen.type || row.dataset.type === chosen.type)
      && (!chosen.state || states.includes(chosen.state) || states.includes("US"))
      && row.querySelector("th a").textContent.toLowerCase().includes(chosen.q.trim().toLowerCase());
  };

  const show = () => {
    const chosen = Object.fromEntries(new FormData(form));
    for (const row of rows) row.hidden = !matches(row, chosen);
    const left = rows.filter((row) => !row.hidden).length;
    shown.textContent = left === rows.length ? `${left} payers` : `${left} of ${rows.length} payers`;
    none.hidden = left > 0;
    table.hidden = left === 0;
    const kept = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    history.replaceState(null, "", (kept.size ? `?${kept}` : location.pathname) + location.hash);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
