/** What both screens and paper show; colours stand in `colours.ts`. */
export const LAYOUT = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;hanging-punctuation:first last}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.18em}
a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--paper);z-index:2}
.page{max-width:84rem;margin:0 auto;padding:0 1.25rem 4rem}
header{padding:1.5rem 0 1.25rem;border-bottom:1px solid var(--line)}
.switch{border:0;margin:0 0 1.5rem;padding:0;display:flex;gap:1.25rem;justify-content:flex-end;font-size:.9375rem}
.switch legend{float:left;padding:0;color:var(--muted);margin-right:.25rem}
.switch label{display:inline-flex;gap:.4rem;align-items:center;cursor:pointer;min-height:1.75rem}
.switch input{accent-color:var(--accent);width:1.1rem;height:1.1rem;margin:0}
h1,h2,h3{line-height:1.2;text-wrap:balance;font-weight:650;letter-spacing:-.012em}
h1{font-size:clamp(1.65rem,1.2rem + 2vw,2.5rem);margin:0 0 .75rem;max-width:26em}
h2{font-size:1.6rem;margin:0 0 1rem}
h3{font-size:1.15rem;margin:2.25rem 0 .6rem}
.eyebrow{margin:0 0 .5rem;color:var(--accent);font-weight:600;font-size:.9375rem}
.provenance{margin:0;color:var(--muted);font-size:.9375rem;max-width:none}
p,li,dl{max-width:70ch;text-wrap:pretty}
p{margin:0 0 1rem}
code{font:.85em ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
.table{margin:1.75rem 0}
main>section{padding:3rem 0 0;margin:0}
main>section+section{border-top:1px solid var(--line);margin-top:3rem}
.answer p,.answer li{font-size:1.2rem;line-height:1.55;max-width:62ch}
.answer ol{padding-left:1.4em}
.answer li{margin-bottom:.7rem}
.answer li::marker{color:var(--accent);font-weight:600}
nav.contents{font-size:.9375rem;padding:1.5rem 0 0}
nav.contents h2{font-size:1rem;margin:0 0 .5rem;color:var(--muted);letter-spacing:0}
nav.contents ol{list-style:none;margin:0;padding:0;columns:16rem;column-gap:2rem}
nav.contents li{break-inside:avoid;padding:.15rem 0}
nav.contents a{color:inherit;text-decoration:none;display:block;padding:.1rem 0}
nav.contents a:hover{color:var(--link);text-decoration:underline}
figure{margin:1.75rem 0}
figure.plot svg{display:block;max-width:100%;height:auto}
figcaption{font-size:.9375rem;color:var(--muted);margin-top:.75rem;max-width:75ch}
figcaption p{margin:0 0 .35rem}
.scroll{overflow-x:auto;margin:0 0 .5rem;max-width:100%}
table{border-collapse:collapse;font-size:.875rem;line-height:1.35;font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;font-size:.9375rem;caption-side:top}
th,td{padding:.35rem .7rem;text-align:right;vertical-align:top}
td{white-space:nowrap}
th{font-weight:400;text-align:left}
thead th{vertical-align:bottom;font-weight:600;text-align:right;border-bottom:1.5px solid var(--ink);hyphens:auto}
thead th.key,thead th.t,td.t{text-align:left}
thead th[scope=colgroup]{text-align:center;border-bottom:1px solid var(--line)}
td.t{white-space:normal;min-width:9em;max-width:22em}
tbody tr{border-bottom:1px solid var(--line)}
tbody:last-child tr:last-child{border-bottom:1.5px solid var(--ink)}
tbody th,thead th.key{padding-left:0;padding-right:1.2rem}
tbody tr:hover>*{background:var(--hover)}
tr.group th{font-weight:650;padding-top:1rem;text-align:left}
tr.group:hover>*{background:none}
thead code,.turned tbody code{display:block;font-size:.6875rem;font-weight:400;color:var(--muted);overflow-wrap:normal}
.turned thead code{display:inline}
.turned th{max-width:30em}
.full thead th{font-size:.8125rem;max-width:11em;line-height:1.25}
.full tbody th{min-width:7em}
sup{color:var(--accent);font-size:.75em;line-height:0;margin-left:.1em}
.sources{font-size:.875rem;color:var(--muted)}
p.question{font-size:1.35rem;line-height:1.45;max-width:56ch;margin-bottom:1.5rem}
.legend,.once,.note{font-size:.8125rem;color:var(--muted);max-width:90ch;margin:0 0 1.5rem}
.legend>span{margin-right:1em}
.legend sup{margin-right:.2em}
.names{list-style:none;padding:0;font-size:.9375rem;columns:24rem;column-gap:2.5rem}
.names li{padding:.15rem 0;break-inside:avoid}
dl.facts{display:grid;grid-template-columns:minmax(9rem,auto) 1fr;gap:.5rem 1.5rem;margin:0 0 1.5rem;max-width:none;font-size:.9375rem}
dl.facts dt{color:var(--muted)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
footer{margin-top:4rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
@media (min-width:64rem){nav.contents{float:right;width:18.5rem;margin:3rem 0 2rem 2.5rem;padding:0 0 0 1.5rem;border-left:1px solid var(--line)}nav.contents ol{columns:auto}}
@media (min-width:72rem){figure.plot{display:grid;grid-template-columns:45rem minmax(0,1fr);gap:0 2.5rem;align-items:start}figcaption{margin-top:.5rem}}
@media (max-width:40rem){
.page{padding:0 1rem 3rem}
h2{font-size:1.35rem}
.answer p,.answer li{font-size:1.0625rem}
dl.facts{grid-template-columns:1fr;gap:0}
dl.facts dd{margin-bottom:.75rem}
figure.plot svg{max-width:none;width:40rem}
.scroll{margin-right:-1rem;padding-right:1rem}
caption{max-width:calc(100vw - 2rem)}
}
`;

/**
 * A table in full is laid out when it comes near the screen: laid out at once, its ten thousands of cells hold up the page for
 * seconds. Paper has them all.
 */
export const TABLES_LATE =
  '@media screen{.full{content-visibility:auto;contain-intrinsic-size:auto 60rem;overflow-clip-margin:1rem}}';
