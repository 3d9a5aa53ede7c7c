"""The page in the language that its reader asks for."""

import json
import re

import pytest
from flask.testing import FlaskClient


def catalogue_in(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="catalogue">(.*?)</script>', page)
    assert found is not None
    catalogue: dict[str, object] = json.loads(found[1])
    return catalogue


@pytest.mark.parametrize(
    ("address", "accept", "opening", "skip"),
    [
        ("/", "", '<html lang="en" dir="ltr">', "Skip the map"),
        ("/", "nl-NL,nl;q=0.9,en;q=0.8", '<html lang="nl" dir="ltr">', "Sla de kaart over"),
        ("/?lang=ar", "nl", '<html lang="ar" dir="rtl">', "تجاوز الخريطة"),
        ("/?lang=ku", "", '<html lang="ku" dir="ltr">', "Ji ser nexşeyê"),
        ("/?lang=%3Cscript%3E", "tlh", '<html lang="en" dir="ltr">', "Skip the map"),
    ],
)
def test_template_and_scripts_speak_the_same_language(
    client: FlaskClient, address: str, accept: str, opening: str, skip: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": accept})
    assert opening in answer.text
    assert skip in answer.text
    language = opening.split('"')[1]
    assert catalogue_in(answer.text)["language"] == language
    assert re.search(rf'<option value="{language}"[^>]* selected>', answer.text)


def test_stores_on_the_way_are_told_what_the_page_depends_on(client: FlaskClient) -> None:
    assert "Accept-Language" in client.get("/").headers["Vary"].split(", ")


def test_the_texts_come_with_the_page_and_are_not_run(client: FlaskClient) -> None:
    answer = client.get("/?lang=ar")
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.text.index('id="catalogue"') > answer.text.index("</main>")
