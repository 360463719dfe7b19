/** The look of the page on screen and on paper: black on white, one column, nothing that needs colour to be understood. */
export const style = `
:root{--ink:#222;--muted:#595959;--line:#c8c8c8;--accent:#005a8f;--paper:#fff;--soft:#f4f6f8}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:5.5rem}
body{margin:0;color:var(--ink);background:var(--paper);font:16px/1.6 "Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
html[lang="en"] body{font-family:"Noto Sans","Segoe UI",Helvetica,Arial,"Liberation Sans","DejaVu Sans","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
html[lang="zh-CN"] span[lang="en"],html[lang="en"] span[lang="zh-CN"]{display:none}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:1.5rem}
h1{font-size:1.9rem;line-height:1.25;margin:.2rem 0}
h2{font-size:1.35rem;margin:2.6rem 0 .3rem;border-top:2px solid var(--ink);padding-top:.6rem}
h3{font-size:1.05rem;margin:1.4rem 0 .3rem}
p{margin:.4rem 0;max-width:46rem}
.question{font-size:1.1rem}
.lead,.muted,small,figcaption{color:var(--muted)}
a{color:var(--accent)}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:#fff;padding:.3rem .6rem;z-index:9}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;padding:0;margin:.6rem 0}
.bar{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--line)}
.bar>div{max-width:60rem;margin:0 auto;padding:.5rem 1.25rem;display:flex;flex-wrap:wrap;gap:.4rem 1.2rem;align-items:center}
.bar label{display:inline-flex;align-items:center;gap:.4rem;font-size:.92rem}
.bar output{min-width:2.6rem;font-variant-numeric:tabular-nums}
select,input,button{font:inherit;color:inherit}
select,input[type=search],button{border:1px solid #767676;border-radius:4px;background:#fff;padding:.15rem .5rem}
button{cursor:pointer}
button:hover{background:var(--soft)}
button[aria-pressed=true]{background:var(--ink);color:#fff}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.lang{margin-left:auto;display:flex;gap:.3rem}
.headlines{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.8rem;padding:0;margin:1rem 0;list-style:none}
.headlines li{border:1px solid var(--line);border-left:4px solid var(--ink);border-radius:4px;padding:.6rem .8rem}
.headlines strong{font-size:1.55rem;line-height:1.2;display:block}
.headlines .interval{color:var(--muted);display:block}
figure{margin:1.2rem 0 2rem;padding:0}
.plot{overflow-x:auto}
.plot svg{max-width:100%;height:auto;display:block}
.missing{display:none;border:1px dashed var(--line);padding:.6rem .8rem;color:var(--muted)}
figure.empty .missing{display:block}
figure.empty .tools,figure.empty .words{display:none}
figure .tools{display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;font-size:.85rem;margin:.3rem 0}
figcaption .alt{font-size:.9rem;max-width:46rem}
details{margin:.5rem 0}
summary{cursor:pointer}
.scroll{overflow:auto;max-height:36rem;border:1px solid var(--line);margin:.6rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;padding:.4rem .6rem;color:var(--muted)}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-top:1px solid var(--line)}
thead th{position:sticky;top:0;background:var(--soft);z-index:1}
th[scope=row]{font-weight:400}
.parameters{table-layout:fixed;min-width:54rem}
.parameters th:nth-child(1){width:24%}
.parameters th:nth-child(2),.parameters th:nth-child(3){width:12.5%}
.parameters th:nth-child(4){width:7rem}
.parameters th:nth-child(6){width:13%}
.number{font-variant-numeric:tabular-nums}
.own{width:auto;min-width:50%}
.own thead th{position:static}
.own td.number,.own thead th[scope=col]:not(:first-child){text-align:right}
.own small{display:block}
code,pre{font-family:ui-monospace,"Cascadia Mono","Noto Sans Mono CJK SC",monospace;font-size:.86em;overflow-wrap:anywhere}
pre{background:var(--soft);padding:.6rem .8rem;overflow-x:auto;border-radius:4px}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
.facts dt{color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere}
.files{font-size:.85rem;padding-left:1.1rem;overflow-wrap:anywhere}
.warning{border-left:4px solid #a33c00;padding-left:.7rem}
footer{padding-bottom:3rem}
#vg-tooltip-element{position:fixed;visibility:hidden;z-index:20;padding:.35rem .55rem;background:#fff;color:var(--ink);border:1px solid #767676;border-radius:4px;font-size:.82rem;max-width:24rem;pointer-events:none}
#vg-tooltip-element.visible{visibility:visible}
#vg-tooltip-element td{border:0;padding:0 .35rem}
#vg-tooltip-element td.key{color:var(--muted)}
@media screen and (max-width:40rem){
.facts{grid-template-columns:1fr}
.facts dd{margin-bottom:.4rem}
.bar{position:static}
.bar label,.bar select{max-width:100%;min-width:0}
.plot svg{max-width:none}
#map{display:flex;flex-direction:column}
#map>:is(h2,.lead){order:-2}
#chart-tiles{order:-1}
.parameters{min-width:0}
.parameters thead{display:none}
.parameters :is(tbody,tr,th,td,caption){display:block}
.parameters tr{border-top:1px solid var(--line);padding:.4rem .6rem}
.parameters tr[hidden]{display:none}
.parameters th[scope=row],.parameters td{width:auto;border:0;padding:.05rem 0}
.parameters th[scope=row]{font-weight:600}
.parameters th code{font-weight:400}
.parameters td::before{color:var(--muted);content:attr(data-name-zh) "："}
html[lang="en"] .parameters td::before{content:attr(data-name-en) ": "}
}
@media print{
@page{margin:14mm}
body{font-size:10.5pt}
.bar,nav,.tools,.words,.skip,p.controls,.missing{display:none!important}
figure.empty{display:none}
header,main,footer{max-width:none;padding:0}
figure,.headlines li,tr{break-inside:avoid}
h2,h3,.lead{break-after:avoid}
.plot{overflow:visible}
.plot svg{max-height:225mm;width:auto}
.scroll{max-height:none;overflow:visible;border:0}
.headlines{grid-template-columns:repeat(3,1fr)}
thead th{position:static}
a{color:inherit;text-decoration:none}
pre,.headlines li{background:none}
}
`;
