# Takes mails and writes down each: when it came, for whom, its id, subject and text. Arguments: port, folder, seconds that it takes over a mail.
import asyncio
import json
import sys
import time
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP

port, folder, seconds = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])


class Mailbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.endswith("@nobody.example.com"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(seconds)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        line = json.dumps({
            "at": time.time(),
            "to": envelope.rcpt_tos,
            "id": mail["Message-ID"],
            "subject": mail["Subject"],
            "text": mail.get_content(),
        })
        with open(f"{folder}/received", "a", encoding="utf-8") as received:
            received.write(line + "\n")
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Mailbox(), hostname="localhost", enable_SMTPUTF8=True), "127.0.0.1", port)
    await server.serve_forever()


asyncio.run(main())
