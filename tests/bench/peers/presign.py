"""Presigns URLs of S3 with botocore: as many as each line of its input says, answering with nanoseconds of CPU."""

import json
import sys
import time

import botocore.config
import botocore.session

given = json.loads(sys.argv[1])
client = botocore.session.Session().create_client(
    "s3",
    region_name=given["region"],
    aws_access_key_id=given["access_key"],
    aws_secret_access_key=given["secret"],
    config=botocore.config.Config(
        signature_version="s3v4", s3={"addressing_style": "virtual"}
    ),
)


def url(number):
    return client.generate_presigned_url(
        "get_object",
        Params={
            "Bucket": given["bucket"],
            "Key": f"films/launch film/{number}.mp4",
        },
        ExpiresIn=given["lifetime"],
    )


print(url(0), flush=True)
for line in sys.stdin:
    start = time.process_time_ns()
    for number in range(int(line)):
        url(number)
    print(time.process_time_ns() - start, flush=True)
