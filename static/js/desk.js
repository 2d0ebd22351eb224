// The language tabs of the desk by their own names.
addEventListener("load", () => {
  const names = { "zh-hans": "简体", "zh-hant": "繁體", en: "English" };
  for (const place of document.querySelectorAll(".ui-tabs-anchor, select option")) {
    const name = names[place.textContent.trim().toLowerCase()];
    if (name) place.textContent = name;
  }
});
