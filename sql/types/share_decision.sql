create type share.share_decision as (
    granted boolean,
    reason text,
    http_status integer,
    closed text[],
    share_id uuid,
    account_id uuid,
    state share.share_state,
    visibility share.visibility,
    permissions text[],
    recipient_id uuid,
    visit_id uuid,
    user_id text,
    email text,
    is_bot boolean,
    address inet,
    ends_at timestamptz,
    counted boolean,
    rotation integer
);
comment on type share.share_decision is 'Whether a link opens, and why not.';
comment on column share.share_decision.granted is 'Whether the share opens.';
comment on column share.share_decision.reason is 'The first of closed, null when granted; share.reason_status() lists them all.';
comment on column share.share_decision.http_status is 'HTTP status that says the same.';
comment on column share.share_decision.closed is 'Every gate that is closed, in the order in which they are told.';
comment on column share.share_decision.share_id is 'Share that the link leads to, null when there is none.';
comment on column share.share_decision.account_id is 'Account of the share; for its members and operators only.';
comment on column share.share_decision.state is 'Life of the link.';
comment on column share.share_decision.visibility is 'Who may open the share.';
comment on column share.share_decision.permissions is 'What the caller may do, once it opens.';
comment on column share.share_decision.recipient_id is 'Recipient as whom the caller comes.';
comment on column share.share_decision.visit_id is 'Visit that goes on.';
comment on column share.share_decision.user_id is 'Signed-in user as whom the caller comes.';
comment on column share.share_decision.email is 'Mail address that is proved, or that of the recipient.';
comment on column share.share_decision.is_bot is 'Whether a preview bot or crawler asks.';
comment on column share.share_decision.address is 'Address that asks, as far as it is known.';
comment on column share.share_decision.ends_at is 'When the share or the recipients part in it ends, null for never.';
comment on column share.share_decision.counted is 'Whether the visit was counted as an opening.';
comment on column share.share_decision.rotation is 'How often the share had lost its address when this was decided.';
