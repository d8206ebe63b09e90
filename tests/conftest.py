"""What every test stands on: no screen unless it asks for one, and repeatable examples."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"  # programs that tests start speak English, whoever runs them
os.environ.pop("LANGUAGE", None)

from hypothesis import HealthCheck, settings

settings.register_profile(
    "briefer",
    deadline=None,  # these machines are noisy
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("briefer")
