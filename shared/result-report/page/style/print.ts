/** A4: upright, but for the full tables, which lie. No row is cut; the headings of a table stand on each page. */
export const PRINT = `
@page{size:A4;margin:16mm 15mm 18mm}
@page wide{size:A4 landscape;margin:14mm 12mm 15mm}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#444;--line:#bbb;--hover:#fff;--accent:#0b5f73;--link:#000;--mri:#0072b2;--ct:#d55e00;--mark:#f0e442}
html{font-size:9.5pt}
.page{max-width:none;padding:0}
.switch,.skip,nav.contents{display:none}
header{padding-top:0}
a{text-decoration:none}
main>section{padding-top:1.5rem}
main>section+section{margin-top:1.5rem}
.wide{page:wide}
.scroll{overflow:visible;margin-right:0;padding-right:0}
table{font-size:7.5pt;max-width:100%}
th,td{padding:.18rem .45rem}
tbody th,thead th.key{padding-right:.6rem}
.full table{font-size:6.5pt;line-height:1.2}
.full th,.full td{padding:.07rem .4rem}
.full tbody th,.full thead th.key{padding-left:0}
.full tr.group th{padding-top:.35rem}
.full thead th{font-size:6pt}
.full thead code,.turned tbody code{font-size:5.5pt}
thead{display:table-header-group}
tr,figure.plot,.answer li{break-inside:avoid}
h2,h3,caption,tr.group,.once{break-after:avoid}
.legend{break-before:avoid}
p{orphans:3;widows:3}
td.t{min-width:0}
}
`;
