"""One email to one SMTP server."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage

from tracker.alerts.errors import DeliveryError
from tracker.config import Email


def send_email(email: EmailMessage, server: Email) -> None:
    """Hand an email over. Raises DeliveryError when the server can't be reached or refuses it.

    The server's certificate is checked against the system's authorities, or those in the file SSL_CERT_FILE names.
    """
    context = ssl.create_default_context()
    try:
        with _connect(server, context) as smtp:
            if server.security == "starttls":
                smtp.starttls(context=context)
            if server.user:
                smtp.login(server.user, server.password or "")
            smtp.send_message(email)
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = next(iter(error.recipients.values()))
        raise DeliveryError(_refusal("recipient", code, reason), permanent=code >= 500) from error
    except smtplib.SMTPAuthenticationError as error:
        text = f"{server.host} refused the login ({error.smtp_code}): check user and KETWATCH_SMTP_PASSWORD"
        raise DeliveryError(text, unreachable=True) from error
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(_refusal("message", error.smtp_code, error.smtp_error)) from error
    except (smtplib.SMTPException, OSError) as error:
        text = f"cannot reach {server.host}:{server.port} ({server.security}): {error}"
        raise DeliveryError(text, unreachable=True) from error


def _connect(server: Email, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout_s, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=server.timeout_s)


def _refusal(what: str, code: int, reason: bytes | str) -> str:
    said = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else reason
    return f"the mail server refused the {what}: {code} {said}"
