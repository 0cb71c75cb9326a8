"""Scrapy settings: manners first. `KETWATCH_…` settings come from the environment or from `-s NAME=value`."""

from __future__ import annotations

import os

BOT_NAME = "ketwatch"
# A folder of private payers can take the place of ours without a change here.
SPIDER_MODULES = [os.environ.get("KETWATCH_SPIDERS", "spiders.payers")]
NEWSPIDER_MODULE = "spiders.payers"

KETWATCH_DATA = os.environ.get("KETWATCH_DATA", "data")
KETWATCH_CONTACT = os.environ.get("KETWATCH_CONTACT", "")
# The store of snapshots when it is not in the data folder, and what a crawl far from the database is told.
KETWATCH_SNAPSHOTS = os.environ.get("KETWATCH_SNAPSHOTS", "")
KETWATCH_ERRAND = ""
KETWATCH_RUN = os.environ.get("KETWATCH_RUN", "")
KETWATCH_REPLAY = os.environ.get("KETWATCH_REPLAY", "")
# For pages that need a browser; empty looks for the machine's own.
KETWATCH_CHROMIUM = os.environ.get("KETWATCH_CHROMIUM", "")
KETWATCH_ALLOW_LOOPBACK = os.environ.get("KETWATCH_ALLOW_LOOPBACK", "")

ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "ketwatch"
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.5
# A jitter of half would go below one second.
DOWNLOAD_DELAY_JITTER = 0.3

DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 8
# A page that reloads itself every minute is not a redirect.
METAREFRESH_MAXDELAY = 5
CLOSESPIDER_TIMEOUT = 3600

RETRY_TIMES = 2
RETRY_BACK_OFF_SECONDS = 5.0
HTTPERROR_ALLOWED_CODES = [304]

DOWNLOADER_MIDDLEWARES = {
    "spiders.middlewares.addresses.PublicAddressOnly": 60,
    "spiders.middlewares.robots.RobotsAnswer": 110,
    "spiders.middlewares.conditional.ConditionalGet": 460,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "spiders.middlewares.back_off.BackOffRetry": 550,
    "spiders.middlewares.replay.Replay": 980,
}
ITEM_PIPELINES = {"spiders.pipelines.RecordSnapshot": 100}
EXTENSIONS = {"spiders.extensions.CrawlDelay": 100}

# Proxies would resolve names where PublicAddressOnly cannot see them.
HTTPPROXY_ENABLED = False
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
REFERRER_POLICY = "no-referrer"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.9",
}
LOG_LEVEL = "INFO"
