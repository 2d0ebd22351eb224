// What is written here stays in this browser: kept while typing, never sent.
const KEY = "worksheet";
const sheet = document.getElementById("worksheet");
const boxes = [...sheet.querySelectorAll("input,textarea")];
const tools = document.querySelector(".tools");
const wipe = document.getElementById("wipe");
const grow = (box) => {
  if (box.tagName === "TEXTAREA" && !CSS.supports("field-sizing", "content")) {
    box.style.height = "auto";
    box.style.height = box.scrollHeight + 4 + "px";
  }
};
let kept = {};
try { kept = JSON.parse(localStorage.getItem(KEY)) || {}; } catch (e) {}
for (const box of boxes) {
  if (box.type === "checkbox") box.checked = !!kept[box.id];
  else if (kept[box.id]) box.value = kept[box.id];
  grow(box);
}
sheet.addEventListener("input", (event) => {
  const kept = {};
  for (const box of boxes) {
    const said = box.type === "checkbox" ? box.checked : box.value;
    if (said) kept[box.id] = said;
  }
  try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (e) {}
  grow(event.target);
});
document.getElementById("print").onclick = () => print();
const label = wipe.textContent;
wipe.onclick = () => {
  if (wipe.textContent === label) { wipe.textContent = wipe.dataset.sure; return; }
  wipe.textContent = label;
  try { localStorage.removeItem(KEY); } catch (e) {}
  for (const box of boxes) { box.type === "checkbox" ? (box.checked = false) : (box.value = ""); grow(box); }
};
tools.hidden = false;
