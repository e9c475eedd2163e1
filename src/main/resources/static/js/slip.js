// Prints the slip; whoever has no scripts uses the browser's own command.
document.getElementById('print').addEventListener('click', () => window.print());
