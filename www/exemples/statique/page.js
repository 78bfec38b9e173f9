// The look of this sample page. Its policy allows no style sheet but a constructed one; a real site has its own.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1b1b2f; background: #fff; }
  .entete, .pied { padding: 1rem max(1rem, calc(50vw - 42rem)); background: #f3f4f8; }
  .entete p { margin: 0; }
  .entete nav ul { display: flex; flex-wrap: wrap; gap: 1.5rem; padding: 0; margin: .5rem 0 0; list-style: none; }
  .entete a, .pied a { color: #1b3f8b; }
  main { padding: 1rem max(1rem, calc(50vw - 42rem)) 3rem; }
  table { border-collapse: collapse; margin: 0 0 2rem; }
  caption { text-align: start; font-weight: 600; padding-block: .5rem; }
  th, td { text-align: start; padding: .3rem 2rem .3rem 0; border-top: 1px solid #cfd2dc; font-weight: normal; }
  td { font-variant-numeric: tabular-nums; font-weight: 600; }
  tour-de-table { display: block; margin-block: 1rem 2rem; }
`);
document.adoptedStyleSheets = [sheet];
