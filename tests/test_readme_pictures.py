"""The README's pictures can be made anew, and fetch nothing from anywhere."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "docs" / "pictures" / "draw.py"


@pytest.mark.asyncio
async def test_the_pictures_are_made_from_the_real_program(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("draw", SCRIPT)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    await script.draw(tmp_path)
    readme = (SCRIPT.parents[2] / "README.md").read_text("utf-8")
    made = sorted(tmp_path.iterdir())
    assert [file.name for file in made] == [file.name for file in sorted(SCRIPT.parent.glob("*.svg"))]
    for file in made:
        svg = file.read_text("utf-8")
        assert "ritual" in svg
        assert len(svg.encode()) < 60_000
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
        assert "@import" not in svg
        assert "@font-face" not in svg
        assert f"docs/pictures/{file.name}" in readme
