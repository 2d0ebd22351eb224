// A button that reads the page aloud, paragraph by paragraph, only where this browser has the voice.
const speech = window.speechSynthesis;
const row = document.querySelector(".aloud");
if (speech && row) {
  const button = row.querySelector("button");
  const wanted = { "zh-Hans": /^zh[-_](CN|Hans)|^cmn/i, "zh-Hant": /^zh[-_](TW|HK|Hant)/i, en: /^en/i }[document.documentElement.lang];
  const voice = () => speech.getVoices().find((v) => wanted.test(v.lang));
  const blocks = "h1,h2,h3,p,li,dt,dd,figcaption";
  const label = button.textContent;
  let on = false;
  const stop = () => { on = false; speech.cancel(); button.textContent = label; };
  const start = () => {
    on = true;
    button.textContent = button.dataset.stop;
    const texts = [...document.querySelectorAll("main " + blocks.replaceAll(",", ",main "))]
      .filter((e) => !e.querySelector(blocks) && !e.closest(".screen-only,nav") && e.textContent.trim());
    texts.forEach((e, i) => {
      const said = new SpeechSynthesisUtterance(e.textContent.trim());
      said.voice = voice();
      said.lang = said.voice.lang;
      if (i === texts.length - 1) said.onend = stop;
      speech.speak(said);
    });
  };
  const offer = () => { row.hidden = !voice(); };
  button.onclick = () => (on ? stop() : start());
  speech.onvoiceschanged = offer;
  addEventListener("pagehide", stop);
  offer();
}
