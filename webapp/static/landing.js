// Lands on the words of #c120-184: in the middle of the window, and where the server did not mark them, asks it to.
const land = () => {
  const found = /^#c(\d+)-(\d+)$/.exec(location.hash);
  if (found === null || !location.pathname.startsWith("/document/")) return;
  const asked = `${found[1]}-${found[2]}`;
  const mark = document.querySelector(`mark[id="c${asked}"]`);
  if (mark !== null) {
    mark.scrollIntoView({ block: "center" });
    return;
  }
  const address = new URL(location.href);
  if (address.searchParams.get("at") === asked) return;
  address.searchParams.set("at", asked);
  address.searchParams.delete("page");
  location.replace(address);
};

land();
addEventListener("hashchange", land);
