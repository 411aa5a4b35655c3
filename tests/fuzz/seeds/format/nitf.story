<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" baselang="sq">
  <head>
    <title>Peshkatarët kthehen në liqen</title>
    <docdata management-status="usable">
      <urgency ed-urg="5"/>
      <ed-msg info="Me foto"/>
      <du-key key="liqen-peshkatare"/>
    </docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Peshkatarët kthehen në liqen</hl1></hedline>
      <byline>Nga Lule Marku</byline>
      <dateline><location>POGRADEC</location></dateline>
    </body.head>
    <body.content>
      <block>
        <p>Peshkatarët e <em>Drilonit</em> dolën sërish në liqen
           pas dhjetë javësh.</p>
        <hl2>Rrjetat e reja</hl2>
        <ul><li>Rrjetat kanë vrima më të mëdha.</li></ul>
        <media media-type="image"><media-caption>Një varkë në mëngjes.</media-caption></media>
      </block>
    </body.content>
  </body>
</nitf>
