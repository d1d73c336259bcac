import { chromium } from 'playwright-core';
(async()=>{ const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-sync','--disable-component-update','--no-first-run']});
const p=await b.newPage({viewport:{width:1440,height:900}}); p.on('console',m=>{if(m.type()==='error')console.log('ERR',m.text().slice(0,300))}); p.on('response',r=>{if(r.status()>=400)console.log(r.status(),r.url())});p.on('pageerror',e=>console.log('PAGEERR',e.message.slice(0,300)));
const base='http://localhost:7107';
for (const [n,u] of JSON.parse(process.argv[2])) { await p.goto(base+u); await p.waitForTimeout(3500); const enter=p.getByRole('button',{name:/enter/i}); if(await enter.count()) {await enter.first().click(); await p.waitForTimeout(3000);} await p.screenshot({path:`/tmp/shots/${n}.png`}); }
await b.close(); })();
