// How a text fills its paper: a page is counted in the browser that would print it; a sheet, whose
// fit the server has reckoned, is only shown small.
const MM = 96 / 25.4;
const SHEET = 269 * MM; // between the margins of base.css's @page
const count = (frame, said, height) => {
  const line = parseFloat(frame.contentWindow.getComputedStyle(frame.contentDocument.body).lineHeight);
  const over = Math.ceil((height - SHEET) / line);
  said.closest("li").className = over <= 0 ? "ok" : "warn";
  said.textContent = over <= 0 ? "正好1张A4 ✓" : `${Math.ceil(height / SHEET)}张A4，超${over}行`;
};
const say = (frame, said) => {
  const height = said ? frame.contentDocument.body.getBoundingClientRect().height : 297 * MM;
  if (said) count(frame, said, height);
  const scale = frame.parentElement.clientWidth / ((said ? 180 : 210) * MM);
  frame.style.height = `${Math.ceil(height)}px`;
  frame.style.transform = `scale(${scale})`;
  frame.parentElement.style.height = `${Math.ceil(height * scale)}px`;
};
for (const frame of document.querySelectorAll("iframe.paper-frame")) {
  const said = document.querySelector(frame.dataset.fit || "none");
  const measure = () => frame.contentDocument?.readyState === "complete" && say(frame, said);
  frame.addEventListener("load", measure);
  addEventListener("resize", measure);
  measure();
}
