// The page that shows recovery codes once, to be printed.

document.getElementById('print').addEventListener('click', () => window.print());
