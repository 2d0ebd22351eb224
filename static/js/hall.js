// One slide at a time. Space, arrows and a clicker's Page keys: first the answer, then the next question.
const slides = [...document.querySelectorAll(".slide")];
const body = document.body;
let now = Math.max(0, slides.findIndex((s) => "#" + s.id === location.hash));
const show = (place, keep) => {
  now = Math.min(Math.max(place, 0), slides.length - 1);
  slides.forEach((slide, i) => slide.classList.toggle("now", i === now));
  if (!keep) history.replaceState(null, "", "#" + slides[now].id);
  slides[now].focus({ preventScroll: true });
  scrollTo(0, 0);
};
const forward = () => {
  const answer = slides[now].querySelector("details");
  if (answer && !answer.open) answer.open = true;
  else show(now + 1);
};
const back = () => {
  const answer = slides[now].querySelector("details");
  if (answer && answer.open) answer.open = false;
  else show(now - 1);
};
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const onControl = event.target.closest("a,summary");
  if (["ArrowRight", "ArrowDown", "PageDown"].includes(event.key) || (event.key === " " && !onControl)) forward();
  else if (["ArrowLeft", "ArrowUp", "PageUp"].includes(event.key)) back();
  else if (event.key === "f" && document.documentElement.requestFullscreen) document.documentElement.requestFullscreen();
  else return;
  event.preventDefault();
});
addEventListener("hashchange", () => show(slides.findIndex((s) => "#" + s.id === location.hash), true));
body.classList.add("playing");
show(now, true);
