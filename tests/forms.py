"""A form of a page as a browser would send it back, untouched."""

from html.parser import HTMLParser


def parsed_form(html: str, form_id: str = "_form") -> dict:
    """Name to value (a list where a name stands more than once) of the form whose id ends so."""
    reader = _Reader(form_id)
    reader.feed(html)
    return {name: found if len(found) > 1 else found[0] for name, found in reader.values.items()}


class _Reader(HTMLParser):
    def __init__(self, form_id):
        super().__init__(convert_charrefs=True)
        self.form_id, self.inside = form_id, False
        self.values, self.select, self.option, self.area = {}, None, None, None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = (attrs.get("id") or "").endswith(self.form_id)
        if not self.inside:
            return
        if tag == "input":
            self._input(attrs)
        elif tag == "select":
            self.select = attrs
        elif tag == "option" and self.select:
            if "selected" in attrs and self.select.get("name"):
                self._add(self.select["name"], attrs.get("value", ""))
        elif tag == "textarea":
            self.area = attrs.get("name")
            self.values[self.area] = [""]

    def _input(self, attrs):
        kind, name = attrs.get("type", "text"), attrs.get("name")
        if not name or kind in {"submit", "button", "file", "image"}:
            return
        if kind in {"checkbox", "radio"} and "checked" not in attrs:
            return
        self._add(name, attrs.get("value") or ("on" if kind == "checkbox" else ""))

    def _add(self, name, value):
        self.values.setdefault(name, []).append(value)

    def handle_data(self, data):
        if self.area:
            self.values[self.area][0] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = None
        if tag == "textarea" and self.area:
            self.values[self.area][0] = self.values[self.area][0].removeprefix("\n")
            self.area = None
