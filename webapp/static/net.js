// Comfort for a drawn network: what is not joined to the thing below the pointer fades; larger, smaller, drag to move.
// Without this the picture is whole, every thing a link, and the table says the same.
const setUp = (svg) => {
  const links = [...svg.querySelectorAll("path[data-a]")];
  const nodes = [...svg.querySelectorAll("a[data-n]")];
  const whole = svg.viewBox.baseVal;
  const full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };

  const dim = (node) => {
    const near = new Set([node.dataset.n]);
    for (const link of links) {
      const joined = link.dataset.a === node.dataset.n || link.dataset.b === node.dataset.n;
      link.classList.toggle("dim", !joined);
      if (joined) near.add(link.dataset.a).add(link.dataset.b);
    }
    for (const other of nodes) other.classList.toggle("dim", !near.has(other.dataset.n));
  };
  const clear = () => {
    for (const one of [...links, ...nodes]) one.classList.remove("dim");
  };
  for (const node of nodes) {
    node.addEventListener("pointerenter", () => dim(node));
    node.addEventListener("focus", () => dim(node));
    node.addEventListener("pointerleave", clear);
    node.addEventListener("blur", clear);
  }

  let box = { ...full };
  const show = (next) => {
    const width = Math.min(Math.max(next.width, full.width / 6), full.width);
    const height = (width * full.height) / full.width;
    const x = Math.min(Math.max(next.x, full.x), full.x + full.width - width);
    const y = Math.min(Math.max(next.y, full.y), full.y + full.height - height);
    box = { x, y, width, height };
    svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    svg.classList.toggle("zoomed", width < full.width);
  };
  const zoom = (factor) => {
    const width = box.width / factor;
    const height = box.height / factor;
    show({ x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height });
  };

  const bar = document.createElement("p");
  bar.className = "net-tools";
  for (const [words, act] of [["Larger", () => zoom(1.4)], ["Smaller", () => zoom(1 / 1.4)], ["Whole", () => show(full)]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    bar.append(button);
  }
  svg.closest(".net-box").before(bar);

  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && box.width < full.width) held = { x: event.clientX, y: event.clientY, box, moved: false };
  });
  addEventListener("pointermove", (event) => {
    if (held === null) return;
    const scale = box.width / svg.clientWidth;
    const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
    if (Math.abs(dx) + Math.abs(dy) > 4) held.moved = true;
    if (held.moved) show({ ...box, x: held.box.x - dx * scale, y: held.box.y - dy * scale });
  });
  addEventListener("pointerup", () => {
    // The click that ends a drag must not follow a link.
    if (held?.moved) svg.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
    held = null;
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
};

for (const svg of document.querySelectorAll("svg.net[role]")) setUp(svg);
