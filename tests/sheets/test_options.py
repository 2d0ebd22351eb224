"""What a reader asks of a sheet and cannot have is said, never dropped in silence."""

import pytest

SCAM = "/scams/fake-prize/leaflet/"
NO_BACK = "第二种语言只印在A4一张的背面"


def shown(visitor, **asked):
    response = visitor.get(SCAM, asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("form", ["poster", "counter", "large", "trifold"])
def test_a_back_in_a_second_language_that_only_an_a4_has_is_said_to_be_missing(visitor, form):
    assert NO_BACK in shown(visitor, format=form, second="en")
    assert NO_BACK not in shown(visitor, format=form)
    assert NO_BACK not in shown(visitor, format="a4", second="en")


def test_several_pages_on_a_sheet_have_no_such_back_and_say_so(visitor):
    pages = {"page": ["scam.fake-prize", "scam.online-romance"], "second": "en"}
    assert NO_BACK in visitor.get("/leaflets/sheet/", pages).content.decode()
