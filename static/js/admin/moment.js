// The button says for when: 定于8月30日09:00发布.
for (const button of document.querySelectorAll("[data-moment]")) {
  const box = document.getElementById(button.dataset.moment);
  const usual = button.textContent;
  const tell = () => {
    const [day, time] = box.value.split("T");
    const [, month, date] = (day || "").split("-").map(Number);
    button.textContent = time ? `定于${month}月${date}日${time}发布` : usual;
  };
  box.addEventListener("input", tell);
  tell();
}
