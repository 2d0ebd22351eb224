// The language tabs of the desk by their own names, whenever they are made.
const names = { "zh-hans": "简体", "zh-hant": "繁體", en: "English" };
const rename = () => {
  for (const place of document.querySelectorAll(".ui-tabs-anchor, select option")) {
    const name = names[place.textContent.trim().toLowerCase()];
    if (name) place.textContent = name;
  }
};
rename();
new MutationObserver(rename).observe(document.body, { childList: true, subtree: true });
