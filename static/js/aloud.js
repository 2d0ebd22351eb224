// A button that reads aloud, paragraph by paragraph, only where this browser has the voice: the
// article that it stands in, else the page.
const speech = window.speechSynthesis;
const rows = [...document.querySelectorAll(".aloud")];
if (speech) {
  const wanted = { "zh-Hans": /^zh[-_](CN|Hans)|^cmn/i, "zh-Hant": /^zh[-_](TW|HK|Hant)/i, en: /^en/i }[document.documentElement.lang];
  const voice = () => speech.getVoices().find((v) => wanted.test(v.lang));
  const blocks = "h1,h2,h3,p,li,dt,dd,figcaption";
  let stop = () => {};
  const start = (button, row) => {
    const label = button.textContent;
    let on = true;
    stop = () => { if (on) { on = false; speech.cancel(); button.textContent = label; stop = () => {}; } };
    button.textContent = button.dataset.stop;
    const texts = [...(row.closest("article") || document.querySelector("main")).querySelectorAll(blocks)]
      .filter((e) => !e.querySelector(blocks) && !e.closest(".screen-only,nav") && e.textContent.trim());
    texts.forEach((e, i) => {
      const said = new SpeechSynthesisUtterance(e.textContent.trim());
      said.voice = voice();
      said.lang = said.voice.lang;
      if (i === texts.length - 1) said.onend = stop;
      speech.speak(said);
    });
  };
  for (const row of rows) {
    const button = row.querySelector("button");
    button.onclick = () => {
      const reading = button.textContent === button.dataset.stop;
      stop();
      if (!reading) start(button, row);
    };
  }
  const offer = () => rows.forEach((row) => { row.hidden = !voice(); });
  speech.onvoiceschanged = offer;
  addEventListener("pagehide", () => stop());
  offer();
}
