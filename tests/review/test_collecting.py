"""The search for garbage is off inside, however many are inside, and on again afterwards, whatever happens."""

import gc
import threading

import pytest

from summarizer.review.evidence.collecting import undisturbed


def test_off_inside_and_on_afterwards() -> None:
    assert gc.isenabled()
    with undisturbed():
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), undisturbed():
        raise ValueError("no")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    try:
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_last_thread_out_turns_it_on() -> None:
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with undisturbed():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=work)
    with undisturbed():
        thread.start()
        inside.wait()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_what_is_kept_is_not_searched_again() -> None:
    before = gc.get_freeze_count()
    try:
        with undisturbed(keep=True):
            pass
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()
