// "/" goes to the search field, j and k move between results, "?" opens the help. Quiet while somebody types.
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;

const move = (step) => {
  const links = [...document.querySelectorAll(".hit-link")];
  if (links.length === 0) return false;
  const here = links.findIndex((link) => link.closest(".hit").contains(document.activeElement));
  const next = here === -1 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(here + step, 0), links.length - 1);
  links[next].focus({ preventScroll: true });
  links[next].scrollIntoView({ block: "center" });
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    const field = document.getElementById("q");
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "j" || event.key === "k") {
    if (move(event.key === "j" ? 1 : -1)) event.preventDefault();
  } else if (event.key === "?") {
    location.assign("/help#h-k");
  }
});
