// A button that copies a quotation with its source, or a story. Without it the words can be marked and copied by hand.
for (const quote of document.querySelectorAll(".sourced pre, .cite")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(quote.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(quote);
      button.textContent = "Press Ctrl+C";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  quote.after(button);
}
