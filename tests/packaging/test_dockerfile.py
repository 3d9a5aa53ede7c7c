"""The Dockerfile, run line by line in a scratch folder, and the reader of Dockerfiles itself."""

import subprocess
from pathlib import Path

import pytest

from scripts.run_dockerfile import Build, DockerfileError, ignored, parse
from tests.serving import ROOT, fetch, free_port, serving


@pytest.mark.registry
@pytest.mark.timeout(300)
def test_the_image_serves_the_map_and_finds_itself_healthy(
    tmp_path: Path, gazetteer_index: Path
) -> None:
    image = Build(ROOT, tmp_path / "stages").run()
    port = free_port()
    environment = image.environment | {"GEOMAP_HOST": "127.0.0.1", "GEOMAP_PORT": str(port)}
    # As a volume brings it that was used before; a first start is what the wheel is tried with.
    environment |= {"GEOMAP_GAZETTEER": str(gazetteer_index)}
    start = image.commands["ENTRYPOINT"] + image.commands["CMD"]
    # The program is looked for on the PATH of the image, not on that of this test.
    with serving(["/usr/bin/env", *start], environment, image.path(".")) as address:
        assert b"<html" in fetch(f"{address}/")
        assert b"leaflet" in fetch(f"{address}/static/vendor/leaflet/leaflet.css")
        healthy = subprocess.run(image.commands["HEALTHCHECK"], env=environment, check=False)
        assert healthy.returncode == 0
    stopped = subprocess.run(
        image.commands["HEALTHCHECK"], env=environment, check=False, capture_output=True
    )
    assert stopped.returncode != 0


def test_the_image_does_not_run_as_root() -> None:
    instructions = list(parse((ROOT / "Dockerfile").read_text(encoding="utf-8")))
    last_stage = max(i for i, one in enumerate(instructions) if one.keyword == "FROM")
    users = [one.rest for one in instructions[last_stage:] if one.keyword == "USER"]
    assert users
    assert users[-1].split(":")[0] not in {"root", "0"}


def test_lines_are_joined_and_flags_are_split_off() -> None:
    text = (
        "# a note\nCOPY --from=build --chown=1:1 a \\\n  b\nRUN --mount=type=cache,target=/x true\n"
    )
    copy, run = parse(text)
    assert (copy.keyword, copy.flags, copy.words()) == (
        "COPY",
        {"from": "build", "chown": "1:1"},
        ["a", "b"],
    )
    assert (run.keyword, run.rest) == ("RUN", "true")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("geomap", False),
        ("geomap/app.py", False),
        ("geomap/web/__pycache__", True),
        ("geomap/static/vendor/leaflet", True),
        ("tests", True),
        (".git", True),
    ],
)
def test_the_last_pattern_of_dockerignore_decides(name: str, expected: bool) -> None:  # noqa: FBT001 - a parametrised answer.
    patterns = ["*", "!geomap", "geomap/static/vendor", "**/__pycache__"]
    assert ignored(name, patterns) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("RUN touch /etc/geomap", id="an absolute path"),
        pytest.param("RUN touch '/etc/geomap'", id="an absolute path in quotes"),
        pytest.param("RUN cat <<EOF", id="a here-document"),
        pytest.param("COPY missing.txt .", id="a file that is not there"),
        pytest.param('SHELL ["bash"]', id="an instruction that is not imitated"),
    ],
)
def test_what_cannot_be_imitated_is_refused(line: str, tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text(f"FROM node:22-slim\nWORKDIR /src\n{line}\n")
    with pytest.raises(DockerfileError):
        Build(tmp_path, tmp_path / "stages").run()


def test_lines_run_in_the_working_folder_with_the_environment_of_their_stage(
    tmp_path: Path,
) -> None:
    (tmp_path / "given.txt").write_text("given")
    (tmp_path / "Dockerfile").write_text(
        "FROM node:22-slim AS first\n"
        "WORKDIR /src\n"
        "ENV WORD=made PLACE=/data\n"
        "COPY given.txt ./\n"
        'RUN echo "$WORD $(cat given.txt)" > result.txt\n'
        "FROM node:22-slim\n"
        "COPY --from=first /src /app\n"
        'CMD ["serve"]\n'
    )
    image = Build(tmp_path, tmp_path / "stages").run()
    assert image.path("/app/result.txt").read_text() == "made given\n"
    assert image.commands == {"CMD": ["serve"]}
