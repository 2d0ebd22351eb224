// One slide at a time, hard cuts; asks for newer slides and goes on with these when nobody answers.
const EVERY = 12000, ASK = 40000, PATIENCE = 20000;   // milliseconds
const slidesOf = (main) => [...main.querySelectorAll(".slide")];
let main = document.querySelector("main");
let now = 0, next, tag, dress;
const isDue = ({ dataset: { since, until } }) => {
  const seconds = Date.now() / 1000;
  return !(since > seconds) && !(until <= seconds);
};
// Puts the newer slides in; what was not there before is shown first.
const replace = () => {
  const known = new Set(slidesOf(main).map((slide) => slide.textContent));
  const slides = slidesOf(next);
  const fresh = slides.findIndex((slide) => isDue(slide) && !known.has(slide.textContent));
  now = fresh < 0 ? now % slides.length : fresh - 1;
  main.replaceWith(next);
  main = next;
  next = null;
};
const cut = () => {
  if (next) replace();
  const slides = slidesOf(main);
  for (const _ of slides) if (isDue(slides[(now = (now + 1) % slides.length)])) break;
  slides.forEach((slide, place) => slide.classList.toggle("now", place === now));
};
const ask = async () => {
  try {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout?.(PATIENCE) });
    const newest = answer.headers.get("etag");
    if (!answer.ok || newest === tag) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("main#screen");
    if (!found?.querySelector(".slide")) return;   // somebody else's page, as in a hotel's network
    const clothes = [...page.querySelectorAll("style, script")].map((one) => one.textContent).join();
    if (dress && dress !== clothes) location.reload();   // the site has a new version
    [next, tag, dress] = [found, newest, clothes];
  } catch {}   // no network: these slides go on
};
const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
document.addEventListener("visibilitychange", stayAwake);
stayAwake();
setInterval(cut, EVERY);
setInterval(ask, ASK);
ask();
navigator.serviceWorker?.register("sw.js").catch(() => {});
