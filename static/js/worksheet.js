// What is written here stays in this browser: kept while typing, never sent.
const KEY = "worksheet";
const sheet = document.getElementById("worksheet");
const boxes = [...sheet.querySelectorAll("input,textarea")];
const wipe = document.getElementById("wipe");
const read = () => JSON.parse(localStorage.getItem(KEY) || "{}");
const write = (all) => localStorage.setItem(KEY, JSON.stringify(all));
const grow = (box) => {
  if (box.rows && !CSS.supports("field-sizing", "content")) {
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 4 + "px";
  }
};
const fill = (all) => boxes.forEach((box) => {
  if (box.type === "checkbox") box.checked = !!all[box.id];
  else if (box !== document.activeElement) box.value = all[box.id] || "";
  grow(box);
});
try {
  const kept = read();
  write(kept);
  fill(kept);
} catch (e) {
  document.getElementById("kept").hidden = true;
  document.getElementById("notkept").hidden = false;
}
sheet.addEventListener("input", ({ target }) => {
  grow(target);
  // Only what changed: another tab may hold other boxes.
  try { write({ ...read(), [target.id]: target.type === "checkbox" ? target.checked : target.value }); } catch (e) {}
});
addEventListener("storage", (event) => { if (event.key === KEY) fill(JSON.parse(event.newValue || "{}")); });
document.getElementById("print").onclick = () => print();
const label = wipe.textContent;
let armed;
wipe.onclick = () => {
  clearTimeout(armed);
  if (wipe.textContent === label) {
    wipe.textContent = wipe.dataset.sure;
    armed = setTimeout(() => { wipe.textContent = label; }, 5000);
    return;
  }
  wipe.textContent = label;
  try { localStorage.removeItem(KEY); } catch (e) {}
  wipe.focus();
  fill({});
};
document.querySelector(".tools").hidden = false;
