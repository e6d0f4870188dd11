"""The screens look as the pictures in the docs do: `make golden` draws them anew, and git shows what has changed."""

import pytest
import screens


@pytest.fixture(scope="module")
def brief() -> str:
    return screens.seeds()


@pytest.mark.parametrize("scene", screens.SCENES)
def test_the_picture_in_the_docs_is_what_is_drawn(scene: str, brief: str) -> None:
    assert screens.draw(scene, brief) == (screens.IMAGES / f"{scene}.svg").read_text("utf-8")
