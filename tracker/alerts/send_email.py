"""Emails to one SMTP server, over one connection for as long as it lasts."""

from __future__ import annotations

import contextlib
import smtplib
import ssl
from email.message import EmailMessage

from tracker.alerts.errors import DeliveryError
from tracker.config import Email

_DONE = 250


class MailConnection:
    """A connection that is opened for the first email, kept for the next ones, and made anew after a failure."""

    def __init__(self, server: Email) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def send(self, email: EmailMessage) -> None:
        """Hand an email over. Raises DeliveryError when the server can't be reached or refuses it.

        The server's certificate is checked against the system's authorities, or those in the file SSL_CERT_FILE names.
        """
        server = self._server
        try:
            self._connected().send_message(email)
        except (smtplib.SMTPException, OSError) as error:
            self.close()
            raise _failure(error, server) from error

    def close(self) -> None:
        """End the connection politely; a server that does not answer any more is left."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                smtp.quit()
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        """A connection that answers: servers end one that was idle or has brought its share."""
        if self._smtp is not None:
            with contextlib.suppress(smtplib.SMTPException, OSError):
                if self._smtp.rset()[0] == _DONE:
                    return self._smtp
            self.close()
        self._smtp = _connect(self._server)
        return self._smtp


def _connect(server: Email) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.security == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout_s, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout_s)
    try:
        if server.security == "starttls":
            smtp.starttls(context=context)
        if server.user:
            smtp.login(server.user, server.password or "")
    except BaseException:
        smtp.close()
        raise
    return smtp


def _failure(error: smtplib.SMTPException | OSError, server: Email) -> DeliveryError:
    match error:
        case smtplib.SMTPRecipientsRefused():
            code, reason = next(iter(error.recipients.values()))
            return DeliveryError(_refusal("recipient", code, reason), permanent=code >= 500)
        case smtplib.SMTPAuthenticationError():
            text = f"{server.host} refused the login ({error.smtp_code}): check user and KETWATCH_SMTP_PASSWORD"
            return DeliveryError(text, unreachable=True)
        case smtplib.SMTPResponseException():
            return DeliveryError(_refusal("message", error.smtp_code, error.smtp_error))
        case _:
            text = f"cannot reach {server.host}:{server.port} ({server.security}): {error}"
            return DeliveryError(text, unreachable=True)


def _refusal(what: str, code: int, reason: bytes | str) -> str:
    said = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else reason
    return f"the mail server refused the {what}: {code} {said}"
