create type share.webhook_request as (
    url text,
    headers jsonb,
    body text
);
comment on type share.webhook_request is 'A request that tells a webhook of an event.';
comment on column share.webhook_request.url is 'Where to send it, with POST.';
comment on column share.webhook_request.headers is 'Header names and values, a JSON object; the signature among them.';
comment on column share.webhook_request.body is 'The body, to be sent as these bytes of UTF-8 and no others.';
