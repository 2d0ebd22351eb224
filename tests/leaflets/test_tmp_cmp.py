import sys
sys.path.insert(0,"/tmp/w/oldlib")
from dataclasses import fields
from django.utils import translation
from awareness.delivery.languages import HTML_CODES
from tests.leaflets.test_pictures import every_card
from awareness.lib import card, card_layout
from oldcards.lib import card as oc, card_layout as ol
def conv(c):
    return oc.Card(**{f.name:getattr(c,f.name) for f in fields(c)} | {"lines":tuple(oc.Line(l.sign,l.sentences,l.short,l.name) for l in c.lines),"imprint":oc.Imprint(**{f.name:getattr(c.imprint,f.name) for f in fields(c.imprint)})})
def test_same(db):
    n=d=0
    for l in HTML_CODES:
        with translation.override(l):
            for c in every_card():
                n+=1
                a=card_layout.draw(c); b=ol.draw(conv(c))
                if a.png!=b.png:
                    d+=1; print(l,c.phrases,[x.what for x in a.boxes],[x.what for x in b.boxes])
    print(n,d); assert not d
