// Each slide of a lobby screen in turn: its headline's size in hundredths of the height, and what is
// cut off or lies over something else.
(() => {
  const PARTS = "main > .zi, .now h1 span, .now .note, .now .phone, .dial li, .by";
  // As wide as its words, as high as its lines: a Chinese face claims more than it draws.
  const inner = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    const words = element.matches(".zi") ? { left, right } : range.getBoundingClientRect();
    return { top, bottom, left: words.left, right: words.right };
  };
  const over = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const slides = [...document.querySelectorAll(".slide")];
  const looked = slides.map((slide) => {
    slides.forEach((one) => one.classList.toggle("now", one === slide));
    const parts = [...document.querySelectorAll(PARTS)].filter((part) => part.getClientRects().length);
    const boxes = parts.map(inner);
    const wrong = [];
    boxes.forEach((box, i) => {
      const name = parts[i].textContent || "zi";
      if (box.left < 0 || box.top < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) wrong.push(`cut: ${name}`);
      boxes.slice(i + 1).forEach((other, j) => over(box, other) && wrong.push(`${name} over ${parts[i + 1 + j].textContent}`));
    });
    const headline = parts.find((part) => part.matches("h1 span"));
    const smallest = Math.min(...parts.filter((part) => !part.matches(".zi")).map((part) => parseFloat(getComputedStyle(part).fontSize)));
    return {
      words: headline.textContent,
      size: (100 * parseFloat(getComputedStyle(headline).fontSize)) / innerHeight,
      smallest: (100 * smallest) / Math.min(innerWidth, innerHeight),
      wrong,
    };
  });
  slides.forEach((one, place) => one.classList.toggle("now", place === 0));
  return looked;
})();
