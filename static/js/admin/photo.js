// A photo that is too heavy is refused before it is sent: a phone's network is slow.
const photo = document.querySelector("input[data-most]");
photo?.addEventListener("change", () => {
  photo.parentElement.querySelector(".errorlist")?.remove();
  if (!(photo.files[0]?.size > photo.dataset.most)) return;
  const list = document.createElement("ul");
  list.className = "errorlist";
  list.role = "alert";
  list.append(document.createElement("li"));
  list.firstChild.textContent = photo.dataset.refusal;
  photo.before(list);
  photo.value = "";
});
