"""The settings of the spiders without their pace, for sites on loopback."""

from spiders.settings import *  # noqa: F403

DOWNLOAD_DELAY = 0
RETRY_TIMES = 0
RETRY_BACK_OFF_SECONDS = 0.01
DOWNLOAD_TIMEOUT = 5
