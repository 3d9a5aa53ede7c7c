"""Pages for people."""

import secrets
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from geomap import __version__
from geomap.domain.rule import Rule
from geomap.services.edition import edition
from geomap.services.standpoints import resolved_revision
from geomap.web.answers import service
from geomap.web.languages import LANGUAGES, Speaker, language_for, link
from geomap.web.static_files import versioned

blueprint = Blueprint("pages", __name__)
NONCE_BYTES = 16


@blueprint.get("/")
def show_map() -> Response:
    """The map; its state is read from the address by the page itself.

    With `embed=1` the map and its time alone, for a frame of another page.
    """
    with service().database.reading() as session:
        revision, frame = resolved_revision(session, None)
    embedded = request.args.get("embed") == "1"
    nonce = secrets.token_urlsafe(NONCE_BYTES)
    language = language_for(request.args.get("lang"), request.accept_languages)
    speaker = Speaker(language)
    page = render_template(
        "page.html",
        nonce=nonce,
        atlas_title=frame.title,
        embedded=embedded,
        standpoint=standpoint_query(revision, service().rule),
        timeline=f"/api/timeline?edition={edition()}&revision={revision}",
        version=__version__,
        language=language,
        languages=LANGUAGES,
        say=speaker.say,
        link=link,
        catalogue=speaker.catalogue(),
    )
    response = Response(versioned(page), mimetype="text/html")
    response.vary.add("Accept-Language")
    response.headers["Content-Security-Policy"] = content_security_policy(
        nonce, framed_by="*" if embedded else "'self'"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/review")
def show_review() -> Response:
    """The desk for reviewing proposals. What it shows it asks for with the reviewer's token."""
    with service().database.reading() as session:
        revision, frame = resolved_revision(session, None)
    nonce = secrets.token_urlsafe(NONCE_BYTES)
    language = language_for(request.args.get("lang"), request.accept_languages)
    speaker = Speaker(language)
    page = render_template(
        "review.html",
        nonce=nonce,
        atlas_title=frame.title,
        timeline=f"/api/timeline?edition={edition()}&revision={revision}",
        language=language,
        languages=LANGUAGES,
        say=speaker.say,
        link=link,
        catalogue=speaker.catalogue(reviewing=True),
    )
    response = Response(page, mimetype="text/html")
    response.vary.add("Accept-Language")
    # Who frames this page could lead a reviewer's clicks.
    policy = content_security_policy(nonce, framed_by="'none'")
    response.headers["Content-Security-Policy"] = policy
    response.headers["Cache-Control"] = "no-store"
    return response


def standpoint_query(revision: int, rule: Rule) -> str:
    """What the page shows when its address pins nothing, by the names of the parameters of the API.

    The page compares with it, to say when an older revision or other settings are shown.
    """
    pins = {"revision": str(revision), "dispute_window": str(rule.dispute_window.days)}
    if rule.least_reliability is not None:
        pins["reliability"] = rule.least_reliability.value
    if rule.sources:
        pins["source"] = ",".join(sorted(rule.sources))
    return urlencode(pins)


def content_security_policy(nonce: str | None, framed_by: str = "'self'") -> str:
    """Nothing from another host, no inline script but the import map that carries the nonce.

    Only the map that is made to be embedded may stand in a frame of any page.
    """
    scripts = f"'self' 'nonce-{nonce}'" if nonce else "'self'"
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {framed_by}",
        )
    )


def add_security_headers(response: Response) -> Response:
    """What every response carries, whatever made it."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", content_security_policy(None))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    return response
