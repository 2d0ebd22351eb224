// How long a title is, beside its box: a Han sign is one, a Latin letter a half, as in lib/width.py.
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// Drawn full width in a Chinese line only.
const asItsLine = /[\u00a4\u00a7\u00a8\u00b0-\u00b4\u00b6-\u00ba\u00d7\u00f7\u0391-\u03c9\u0401-\u0451\u2010-\u2027\u2030-\u203b\u2103\u2116\u2160-\u217f\u2190-\u2199\u2200-\u22bf\u2460-\u25ff\u2605-\u2642]/;
const length = (text) => {
  const chinese = /[\u4e00-\u9fff]/.test(text);
  return [...text].reduce((sum, sign) => sum + (wide.test(sign) || (chinese && asItsLine.test(sign)) ? 1 : 0.5), 0);
};

for (const box of document.querySelectorAll("[data-em-limit]")) {
  const most = Number(box.dataset.emLimit);
  const said = document.createElement("output");
  said.htmlFor = box.id;
  const count = () => {
    const now = length(box.value.replaceAll("｜", ""));
    said.textContent = now > most ? `${now}/${most}字，多了${now - most}字` : `${now}/${most}字`;
    said.className = now > most ? "count over" : "count";
  };
  box.after(said);
  for (const kind of ["input", "change"]) box.addEventListener(kind, count);
  count();
}
