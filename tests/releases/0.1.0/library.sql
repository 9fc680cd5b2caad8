--
-- PostgreSQL database dump
--

\restrict yJrtFMIWjwe5nT82G6jjPwFdS2ZRb3Sr0ykVtZm44B4pOiwprxKzd9cf7oJeg3F

-- Dumped from database version 15.20 (Debian 15.20-0+deb12u1)
-- Dumped by pg_dump version 15.20 (Debian 15.20-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_share; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_share WITH SCHEMA pg_catalog;


--
-- Name: EXTENSION pg_share; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pg_share IS 'media share links and their signed stream and download URLs';


--
-- Name: app_note(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.app_note() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    AS $$
begin
    insert into public.app_log values (new.share_id);
    return new;
end
$$;


ALTER FUNCTION public.app_note() OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: app_item; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.app_item (
    item_id integer NOT NULL,
    account_id uuid NOT NULL,
    share_id uuid NOT NULL
);


ALTER TABLE public.app_item OWNER TO postgres;

--
-- Name: app_log; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.app_log (
    share_id uuid NOT NULL
);


ALTER TABLE public.app_log OWNER TO postgres;

--
-- Name: access_request; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.access_request (
    account_id uuid NOT NULL,
    request_id uuid NOT NULL,
    share_id uuid NOT NULL,
    user_id text,
    email text,
    name text,
    message text,
    state text DEFAULT 'pending'::text NOT NULL,
    decided_by text,
    decided_at timestamp with time zone,
    recipient_id uuid,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT access_request_email_check CHECK (((length(email) <= 320) AND (email = lower(email)))),
    CONSTRAINT access_request_message_check CHECK (((length(message) <= 2000) AND (message !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT access_request_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT access_request_state_check CHECK (((state = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text])) AND ((state = 'pending'::text) = (decided_at IS NULL)))),
    CONSTRAINT access_request_user_check CHECK ((((length(user_id) >= 1) AND (length(user_id) <= 255)) AND (user_id !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT access_request_who_check CHECK (((user_id IS NOT NULL) OR (email IS NOT NULL)))
);


ALTER TABLE share.access_request OWNER TO share_owner;

--
-- Name: TABLE access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.access_request IS 'Requests of visitors who were refused to be let in.';


--
-- Name: COLUMN access_request.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.account_id IS 'Account.';


--
-- Name: COLUMN access_request.request_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.request_id IS 'Id of the request.';


--
-- Name: COLUMN access_request.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.share_id IS 'Share.';


--
-- Name: COLUMN access_request.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.user_id IS 'The application''s id of the user who asks, if signed in.';


--
-- Name: COLUMN access_request.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.email IS 'Mail address of who asks, in lower case and unproved.';


--
-- Name: COLUMN access_request.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.name IS 'Name that who asks has given.';


--
-- Name: COLUMN access_request.message; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.message IS 'What they write.';


--
-- Name: COLUMN access_request.state; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.state IS 'pending, approved or refused.';


--
-- Name: COLUMN access_request.decided_by; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.decided_by IS 'Who decided: user id, prefix of the API key or database role.';


--
-- Name: COLUMN access_request.decided_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.decided_at IS 'When it was decided.';


--
-- Name: COLUMN access_request.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.recipient_id IS 'Recipient that was made of an approved one.';


--
-- Name: COLUMN access_request.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_request.created_at IS 'When it was made.';


--
-- Name: CONSTRAINT access_request_email_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_email_check ON share.access_request IS 'At most 320 characters, in lower case.';


--
-- Name: CONSTRAINT access_request_message_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_message_check ON share.access_request IS 'At most 2,000 characters, no control characters but tab and line breaks.';


--
-- Name: CONSTRAINT access_request_name_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_name_check ON share.access_request IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT access_request_state_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_state_check ON share.access_request IS 'Pending, or decided at some time, once.';


--
-- Name: CONSTRAINT access_request_user_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_user_check ON share.access_request IS '1 to 255 characters, no control characters.';


--
-- Name: CONSTRAINT access_request_who_check ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_who_check ON share.access_request IS 'A user, a mail address or both.';


--
-- Name: access_requests; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.access_requests WITH (security_invoker='true') AS
 SELECT r.request_id AS id,
    r.account_id,
    r.share_id,
    r.user_id,
    r.email,
    r.name,
    r.message,
    r.state,
    r.decided_by,
    r.decided_at,
    r.recipient_id,
    r.created_at
   FROM share.access_request r;


ALTER TABLE share.access_requests OWNER TO share_owner;

--
-- Name: VIEW access_requests; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.access_requests IS 'Requests of visitors who were refused. For editors of an account and above.';


--
-- Name: COLUMN access_requests.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.id IS 'Id of the request.';


--
-- Name: COLUMN access_requests.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.account_id IS 'Account that owns the share.';


--
-- Name: COLUMN access_requests.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.share_id IS 'Share that is asked for.';


--
-- Name: COLUMN access_requests.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.user_id IS 'The application''s id of the user who asks, if signed in.';


--
-- Name: COLUMN access_requests.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.email IS 'Mail address of who asks, unproved.';


--
-- Name: COLUMN access_requests.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.name IS 'Name that who asks has given.';


--
-- Name: COLUMN access_requests.message; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.message IS 'What they write.';


--
-- Name: COLUMN access_requests.state; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.state IS 'pending, approved or refused.';


--
-- Name: COLUMN access_requests.decided_by; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.decided_by IS 'Who decided.';


--
-- Name: COLUMN access_requests.decided_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.decided_at IS 'When it was decided.';


--
-- Name: COLUMN access_requests.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.recipient_id IS 'Recipient that was made of an approved one.';


--
-- Name: COLUMN access_requests.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.access_requests.created_at IS 'When it was made.';


--
-- Name: account; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.account (
    account_id uuid NOT NULL,
    name text NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    policy jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT account_metadata_check CHECK (((jsonb_typeof(metadata) = 'object'::text) AND (octet_length((metadata)::text) <= 1048576))),
    CONSTRAINT account_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT account_policy_check CHECK ((jsonb_typeof(policy) = 'object'::text))
);


ALTER TABLE share.account OWNER TO share_owner;

--
-- Name: TABLE account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.account IS 'Accounts (tenants). The nil UUID stands for the installation.';


--
-- Name: COLUMN account.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.account_id IS 'Id of the account.';


--
-- Name: COLUMN account.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.name IS 'Name, 1 to 200 characters.';


--
-- Name: COLUMN account.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.metadata IS 'The application''s own data, a JSON object of at most 1 MiB.';


--
-- Name: COLUMN account.stream_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.stream_delivery IS 'Delivery of streams.';


--
-- Name: COLUMN account.download_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.download_delivery IS 'Delivery of downloads.';


--
-- Name: COLUMN account.preview_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.preview_delivery IS 'Delivery of previews.';


--
-- Name: COLUMN account.policy; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.policy IS 'Rules for the account''s shares and events, a JSON object. addresses: off, truncated (the default) or full.';


--
-- Name: COLUMN account.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.created_at IS 'When the account was made.';


--
-- Name: COLUMN account.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.account.updated_at IS 'When the account was last changed.';


--
-- Name: CONSTRAINT account_metadata_check ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_metadata_check ON share.account IS 'A JSON object of at most 1 MiB as text.';


--
-- Name: CONSTRAINT account_name_check ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_name_check ON share.account IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT account_policy_check ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_policy_check ON share.account IS 'A JSON object.';


--
-- Name: accounts; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.accounts WITH (security_invoker='true') AS
 SELECT a.account_id AS id,
    a.name,
    a.metadata,
    a.stream_delivery,
    a.download_delivery,
    a.preview_delivery,
    a.created_at,
    a.updated_at
   FROM share.account a
  WHERE (a.account_id <> '00000000-0000-0000-0000-000000000000'::uuid);


ALTER TABLE share.accounts OWNER TO share_owner;

--
-- Name: VIEW accounts; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.accounts IS 'Accounts that the caller may see, without the one that stands for the installation.';


--
-- Name: COLUMN accounts.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.id IS 'Id of the account.';


--
-- Name: COLUMN accounts.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.name IS 'Name of the account.';


--
-- Name: COLUMN accounts.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.metadata IS 'The application''s own data, a JSON object.';


--
-- Name: COLUMN accounts.stream_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.stream_delivery IS 'Name of the delivery that serves streams, unless the file names another.';


--
-- Name: COLUMN accounts.download_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.download_delivery IS 'Name of the delivery that serves downloads, unless the file names another.';


--
-- Name: COLUMN accounts.preview_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.preview_delivery IS 'Name of the delivery that serves previews, unless the file names another.';


--
-- Name: COLUMN accounts.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.created_at IS 'When the account was made.';


--
-- Name: COLUMN accounts.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.accounts.updated_at IS 'When the account was last changed.';


--
-- Name: api_key; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.api_key (
    account_id uuid NOT NULL,
    api_key_id uuid NOT NULL,
    name text NOT NULL,
    prefix text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL,
    role share.member_role NOT NULL,
    created_by text,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_key_expires_check CHECK ((expires_at > created_at)),
    CONSTRAINT api_key_hash_check CHECK ((octet_length(hash) = 32)),
    CONSTRAINT api_key_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT api_key_prefix_check CHECK ((prefix ~ '^pgs_[0-9a-f]{12}$'::text)),
    CONSTRAINT api_key_role_check CHECK ((role <> 'owner'::share.member_role))
);


ALTER TABLE share.api_key OWNER TO share_owner;

--
-- Name: TABLE api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.api_key IS 'API keys of accounts. Readable by share_owner only; a key itself is stored nowhere.';


--
-- Name: COLUMN api_key.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.account_id IS 'Account that the key belongs to.';


--
-- Name: COLUMN api_key.api_key_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.api_key_id IS 'Id of the key.';


--
-- Name: COLUMN api_key.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.name IS 'What it is for, 1 to 200 characters.';


--
-- Name: COLUMN api_key.prefix; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.prefix IS 'First 16 characters of the key, by which it is found and shown.';


--
-- Name: COLUMN api_key.hash; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.hash IS 'SHA-256 of the whole key, which has 256 random bits: nothing slower is needed.';


--
-- Name: COLUMN api_key.role; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.role IS 'What it may do in the account.';


--
-- Name: COLUMN api_key.created_by; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.created_by IS 'Who made it, as events name callers.';


--
-- Name: COLUMN api_key.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.created_at IS 'When the key was made.';


--
-- Name: COLUMN api_key.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.expires_at IS 'When the key ends to count, null for never.';


--
-- Name: COLUMN api_key.revoked_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key.revoked_at IS 'When the key was revoked.';


--
-- Name: CONSTRAINT api_key_expires_check ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_expires_check ON share.api_key IS 'Ends after it was made.';


--
-- Name: CONSTRAINT api_key_hash_check ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_hash_check ON share.api_key IS 'A SHA-256 hash.';


--
-- Name: CONSTRAINT api_key_name_check ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_name_check ON share.api_key IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT api_key_prefix_check ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_prefix_check ON share.api_key IS 'pgs_ and 12 hexadecimal digits.';


--
-- Name: CONSTRAINT api_key_role_check ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_role_check ON share.api_key IS 'Nobody owns an account by a key.';


--
-- Name: api_key_use; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.api_key_use (
    account_id uuid NOT NULL,
    api_key_id uuid NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE share.api_key_use OWNER TO share_owner;

--
-- Name: TABLE api_key_use; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.api_key_use IS 'When API keys were last used.';


--
-- Name: COLUMN api_key_use.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key_use.account_id IS 'Account that the key belongs to.';


--
-- Name: COLUMN api_key_use.api_key_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key_use.api_key_id IS 'Id of the key.';


--
-- Name: COLUMN api_key_use.last_used_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.api_key_use.last_used_at IS 'When it was last used, noted at most once a minute, null for never.';


--
-- Name: cap; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.cap (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    kind text NOT NULL,
    maximum integer NOT NULL,
    used integer DEFAULT 0 NOT NULL,
    CONSTRAINT cap_kind_check CHECK ((kind = ANY (ARRAY['opens'::text, 'plays'::text, 'downloads'::text]))),
    CONSTRAINT cap_maximum_check CHECK ((maximum > 0)),
    CONSTRAINT cap_used_check CHECK ((used >= 0))
);


ALTER TABLE share.cap OWNER TO share_owner;

--
-- Name: TABLE cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.cap IS 'How often a share may be opened, played and downloaded, by visits. Shares without a row have no such limit and count by their events alone.';


--
-- Name: COLUMN cap.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.cap.account_id IS 'Account.';


--
-- Name: COLUMN cap.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.cap.share_id IS 'Share.';


--
-- Name: COLUMN cap.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.cap.kind IS 'opens, plays or downloads.';


--
-- Name: COLUMN cap.maximum; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.cap.maximum IS 'How many visits may do it.';


--
-- Name: COLUMN cap.used; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.cap.used IS 'How many have.';


--
-- Name: CONSTRAINT cap_kind_check ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT cap_kind_check ON share.cap IS 'opens, plays or downloads.';


--
-- Name: CONSTRAINT cap_maximum_check ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT cap_maximum_check ON share.cap IS 'At least one.';


--
-- Name: CONSTRAINT cap_used_check ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT cap_used_check ON share.cap IS 'Counts from 0; may stand above a maximum that was lowered.';


--
-- Name: delivery; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.delivery (
    account_id uuid NOT NULL,
    name text NOT NULL,
    scheme text NOT NULL,
    base_url text NOT NULL,
    key_account_id uuid NOT NULL,
    kid text NOT NULL COLLATE pg_catalog."C",
    uses text[] DEFAULT '{stream,download,preview}'::text[] NOT NULL,
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    options_text text GENERATED ALWAYS AS ((options)::text) STORED NOT NULL,
    signer text GENERATED ALWAYS AS (((((((scheme || '
'::text) || kid) || '
'::text) || base_url) || '
'::text) || (options)::text)) STORED NOT NULL,
    sets_cookie boolean GENERATED ALWAYS AS ((options @> '{"placement": "cookie"}'::jsonb)) STORED NOT NULL,
    refuses_final_digit boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT delivery_base_url_check CHECK (((base_url ~ '^https?://[^/?#@[:space:]]+(/[^?#[:space:]]+)?$'::text) AND (base_url !~ '/$'::text))),
    CONSTRAINT delivery_key_check CHECK (((key_account_id = account_id) OR (key_account_id = '00000000-0000-0000-0000-000000000000'::uuid))),
    CONSTRAINT delivery_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text)),
    CONSTRAINT delivery_options_check CHECK (((jsonb_typeof(options) = 'object'::text) AND (octet_length((options)::text) <= 16384))),
    CONSTRAINT delivery_uses_check CHECK (((uses <@ '{stream,download,preview,upload}'::text[]) AND (cardinality(uses) > 0)))
);


ALTER TABLE share.delivery OWNER TO share_owner;

--
-- Name: TABLE delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.delivery IS 'Where an account''s media is served and how its URLs are signed.';


--
-- Name: COLUMN delivery.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.account_id IS 'Account.';


--
-- Name: COLUMN delivery.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.name IS 'Name, unique in the account.';


--
-- Name: COLUMN delivery.scheme; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.scheme IS 'How its URLs are signed, a scheme that the library knows.';


--
-- Name: COLUMN delivery.base_url; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.base_url IS 'http or https, host, optional port and path, without a slash at the end.';


--
-- Name: COLUMN delivery.key_account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.key_account_id IS 'Account of the key: the same, or the nil UUID for a key of the installation.';


--
-- Name: COLUMN delivery.kid; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.kid IS 'Key that signs.';


--
-- Name: COLUMN delivery.uses; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.uses IS 'What it serves: any of stream, download, preview, upload.';


--
-- Name: COLUMN delivery.options; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.options IS 'Options of the scheme, checked when they are written.';


--
-- Name: COLUMN delivery.options_text; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.options_text IS 'The options as the signer reads them, so that they are not printed anew for each row.';


--
-- Name: COLUMN delivery.signer; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.signer IS 'Scheme, key, base URL and options, a line each: what signing takes, as one argument for each row.';


--
-- Name: COLUMN delivery.sets_cookie; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.sets_cookie IS 'Whether its streams are opened by a cookie.';


--
-- Name: COLUMN delivery.refuses_final_digit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.refuses_final_digit IS 'Whether its signatures put a number right behind the path, so that no path may end in a digit.';


--
-- Name: COLUMN delivery.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.created_at IS 'When the delivery was made.';


--
-- Name: COLUMN delivery.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.delivery.updated_at IS 'When the delivery was last changed.';


--
-- Name: CONSTRAINT delivery_base_url_check ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_base_url_check ON share.delivery IS 'http or https, host, optional port and path; no user, query, fragment or slash at the end.';


--
-- Name: CONSTRAINT delivery_key_check ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_key_check ON share.delivery IS 'The key is the account''s or the installation''s.';


--
-- Name: CONSTRAINT delivery_name_check ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_name_check ON share.delivery IS '1 to 63 lower-case letters, digits, _ and -.';


--
-- Name: CONSTRAINT delivery_options_check ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_options_check ON share.delivery IS 'A JSON object of at most 16 KiB as text.';


--
-- Name: CONSTRAINT delivery_uses_check ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_uses_check ON share.delivery IS 'At least one of stream, download, preview, upload, and nothing else.';


--
-- Name: deliveries; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.deliveries WITH (security_invoker='true') AS
 SELECT d.account_id,
    d.name,
    d.scheme,
    d.base_url,
    d.kid,
    d.uses,
    d.options,
    d.created_at,
    d.updated_at
   FROM share.delivery d;


ALTER TABLE share.deliveries OWNER TO share_owner;

--
-- Name: VIEW deliveries; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.deliveries IS 'Deliveries of accounts. For admins and owners.';


--
-- Name: COLUMN deliveries.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.account_id IS 'Account that the delivery belongs to.';


--
-- Name: COLUMN deliveries.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.name IS 'Name, unique in the account.';


--
-- Name: COLUMN deliveries.scheme; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.scheme IS 'How its URLs are signed.';


--
-- Name: COLUMN deliveries.base_url; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.base_url IS 'Where its media is served; the paths of origins follow it.';


--
-- Name: COLUMN deliveries.kid; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.kid IS 'Id of the key that signs.';


--
-- Name: COLUMN deliveries.uses; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.uses IS 'What it serves: any of stream, download, preview, upload.';


--
-- Name: COLUMN deliveries.options; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.options IS 'Options of the scheme, a JSON object.';


--
-- Name: COLUMN deliveries.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.created_at IS 'When the delivery was made.';


--
-- Name: COLUMN deliveries.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.deliveries.updated_at IS 'When the delivery was last changed.';


--
-- Name: drive; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.drive (
    account_id uuid NOT NULL,
    drive_id uuid NOT NULL,
    name text NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    policy jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT drive_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT drive_policy_check CHECK ((jsonb_typeof(policy) = 'object'::text))
);


ALTER TABLE share.drive OWNER TO share_owner;

--
-- Name: TABLE drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.drive IS 'Named spaces of files in an account.';


--
-- Name: COLUMN drive.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.account_id IS 'Account.';


--
-- Name: COLUMN drive.drive_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.drive_id IS 'Id of the drive.';


--
-- Name: COLUMN drive.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.name IS 'Name, unique in the account, 1 to 200 characters.';


--
-- Name: COLUMN drive.is_default; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.is_default IS 'Whether files without a drive go here.';


--
-- Name: COLUMN drive.policy; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.policy IS 'What new shares of its files must be like; its keys go before the account''s.';


--
-- Name: COLUMN drive.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drive.created_at IS 'When the drive was made.';


--
-- Name: CONSTRAINT drive_name_check ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT drive_name_check ON share.drive IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT drive_policy_check ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT drive_policy_check ON share.drive IS 'A JSON object.';


--
-- Name: drives; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.drives WITH (security_invoker='true') AS
 SELECT d.drive_id AS id,
    d.account_id,
    d.name,
    d.is_default,
    d.created_at
   FROM share.drive d;


ALTER TABLE share.drives OWNER TO share_owner;

--
-- Name: VIEW drives; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.drives IS 'Drives of accounts.';


--
-- Name: COLUMN drives.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drives.id IS 'Id of the drive.';


--
-- Name: COLUMN drives.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drives.account_id IS 'Account that the drive belongs to.';


--
-- Name: COLUMN drives.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drives.name IS 'Name, unique in the account.';


--
-- Name: COLUMN drives.is_default; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drives.is_default IS 'Whether files without a drive_id go here; one drive of each account is the default.';


--
-- Name: COLUMN drives.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.drives.created_at IS 'When the drive was made.';


--
-- Name: email_code; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.email_code (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    email text NOT NULL,
    code_hash bytea,
    tries integer DEFAULT 0 NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    sent integer DEFAULT 1 NOT NULL,
    counted_from timestamp with time zone NOT NULL,
    CONSTRAINT email_code_email_check CHECK (((length(email) <= 320) AND (email = lower(email)))),
    CONSTRAINT email_code_tries_check CHECK (((tries >= 0) AND (sent > 0)))
);


ALTER TABLE share.email_code OWNER TO share_owner;

--
-- Name: TABLE email_code; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.email_code IS 'Codes that were sent to mail addresses, to prove them. Rows stay a day, for what they have counted.';


--
-- Name: COLUMN email_code.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.account_id IS 'Account.';


--
-- Name: COLUMN email_code.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.share_id IS 'Share.';


--
-- Name: COLUMN email_code.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.email IS 'Mail address to prove, in lower case.';


--
-- Name: COLUMN email_code.code_hash; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.code_hash IS 'SHA-256 of the code; null once it was used or tried too often.';


--
-- Name: COLUMN email_code.tries; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.tries IS 'How often it was tried.';


--
-- Name: COLUMN email_code.sent_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.sent_at IS 'When it was asked for.';


--
-- Name: COLUMN email_code.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.expires_at IS 'When it stops to count.';


--
-- Name: COLUMN email_code.sent; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.sent IS 'How many codes the address was sent within the hour that began at counted_from.';


--
-- Name: COLUMN email_code.counted_from; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code.counted_from IS 'Begin of that hour.';


--
-- Name: CONSTRAINT email_code_email_check ON email_code; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_email_check ON share.email_code IS 'At most 320 characters, in lower case.';


--
-- Name: CONSTRAINT email_code_tries_check ON email_code; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_tries_check ON share.email_code IS 'Counts.';


--
-- Name: email_code_count; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.email_code_count (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    address text NOT NULL,
    requests integer DEFAULT 1 NOT NULL,
    counted_from timestamp with time zone NOT NULL,
    CONSTRAINT email_code_count_requests_check CHECK ((requests > 0))
);


ALTER TABLE share.email_code_count OWNER TO share_owner;

--
-- Name: TABLE email_code_count; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.email_code_count IS 'How often a network address has asked for codes of a share.';


--
-- Name: COLUMN email_code_count.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code_count.account_id IS 'Account.';


--
-- Name: COLUMN email_code_count.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code_count.share_id IS 'Share.';


--
-- Name: COLUMN email_code_count.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code_count.address IS 'Network address of the visitor, empty where it is not known.';


--
-- Name: COLUMN email_code_count.requests; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code_count.requests IS 'How often it has asked within the hour that began at counted_from.';


--
-- Name: COLUMN email_code_count.counted_from; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.email_code_count.counted_from IS 'Begin of that hour.';


--
-- Name: CONSTRAINT email_code_count_requests_check ON email_code_count; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_count_requests_check ON share.email_code_count IS 'Counts from 1.';


--
-- Name: event; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
)
PARTITION BY RANGE (at);


ALTER TABLE share.event OWNER TO share_owner;

--
-- Name: TABLE event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event IS 'What happened: append-only, a partition for each month.';


--
-- Name: COLUMN event.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.account_id IS 'Account that the event concerns, the nil UUID for the installation.';


--
-- Name: COLUMN event.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.at IS 'When it happened.';


--
-- Name: COLUMN event.event_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.event_id IS 'Id of the event.';


--
-- Name: COLUMN event.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN event.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.kind IS 'What happened, as noun.past.';


--
-- Name: COLUMN event.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN event.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.actor IS 'The user''s id, the API key''s prefix, or the database role of the service.';


--
-- Name: COLUMN event.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: COLUMN event.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.recipient_id IS 'Recipient by whose link it happened, if one.';


--
-- Name: COLUMN event.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.visit_id IS 'Visit in which it happened, if one.';


--
-- Name: COLUMN event.reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.reason IS 'Why it was refused or done, at most 500 characters.';


--
-- Name: COLUMN event.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.address IS 'Where it came from: nothing, a network or an address, as the account''s policy says.';


--
-- Name: COLUMN event.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event.is_bot IS 'Whether a program that only looks for a preview did it; such events are not counted.';


--
-- Name: CONSTRAINT event_actor_check ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT event_actor_check ON share.event IS 'service, user, api_key or visitor.';


--
-- Name: CONSTRAINT event_detail_check ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT event_detail_check ON share.event IS 'A JSON object.';


--
-- Name: CONSTRAINT event_kind_check ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT event_kind_check ON share.event IS 'noun.past.';


--
-- Name: CONSTRAINT event_reason_check ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT event_reason_check ON share.event IS 'At most 500 characters.';


--
-- Name: event_2026_11; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event_2026_11 (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
);


ALTER TABLE share.event_2026_11 OWNER TO share_owner;

--
-- Name: TABLE event_2026_11; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event_2026_11 IS 'Events of 2026-11 (UTC).';


--
-- Name: COLUMN event_2026_11.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.account_id IS 'Account that the event concerns, the nil UUID for the installation.';


--
-- Name: COLUMN event_2026_11.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.at IS 'When it happened.';


--
-- Name: COLUMN event_2026_11.event_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.event_id IS 'Id of the event.';


--
-- Name: COLUMN event_2026_11.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN event_2026_11.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.kind IS 'What happened, as noun.past.';


--
-- Name: COLUMN event_2026_11.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN event_2026_11.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.actor IS 'The user''s id, the API key''s prefix, or the database role of the service.';


--
-- Name: COLUMN event_2026_11.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: COLUMN event_2026_11.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.recipient_id IS 'Recipient by whose link it happened, if one.';


--
-- Name: COLUMN event_2026_11.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.visit_id IS 'Visit in which it happened, if one.';


--
-- Name: COLUMN event_2026_11.reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.reason IS 'Why it was refused or done, at most 500 characters.';


--
-- Name: COLUMN event_2026_11.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.address IS 'Where it came from: nothing, a network or an address, as the account''s policy says.';


--
-- Name: COLUMN event_2026_11.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_11.is_bot IS 'Whether a program that only looks for a preview did it; such events are not counted.';


--
-- Name: event_2026_12; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event_2026_12 (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
);


ALTER TABLE share.event_2026_12 OWNER TO share_owner;

--
-- Name: TABLE event_2026_12; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event_2026_12 IS 'Events of 2026-12 (UTC).';


--
-- Name: COLUMN event_2026_12.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.account_id IS 'Account that the event concerns, the nil UUID for the installation.';


--
-- Name: COLUMN event_2026_12.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.at IS 'When it happened.';


--
-- Name: COLUMN event_2026_12.event_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.event_id IS 'Id of the event.';


--
-- Name: COLUMN event_2026_12.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN event_2026_12.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.kind IS 'What happened, as noun.past.';


--
-- Name: COLUMN event_2026_12.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN event_2026_12.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.actor IS 'The user''s id, the API key''s prefix, or the database role of the service.';


--
-- Name: COLUMN event_2026_12.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: COLUMN event_2026_12.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.recipient_id IS 'Recipient by whose link it happened, if one.';


--
-- Name: COLUMN event_2026_12.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.visit_id IS 'Visit in which it happened, if one.';


--
-- Name: COLUMN event_2026_12.reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.reason IS 'Why it was refused or done, at most 500 characters.';


--
-- Name: COLUMN event_2026_12.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.address IS 'Where it came from: nothing, a network or an address, as the account''s policy says.';


--
-- Name: COLUMN event_2026_12.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2026_12.is_bot IS 'Whether a program that only looks for a preview did it; such events are not counted.';


--
-- Name: event_2027_01; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event_2027_01 (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
);


ALTER TABLE share.event_2027_01 OWNER TO share_owner;

--
-- Name: TABLE event_2027_01; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event_2027_01 IS 'Events of 2027-01 (UTC).';


--
-- Name: COLUMN event_2027_01.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.account_id IS 'Account that the event concerns, the nil UUID for the installation.';


--
-- Name: COLUMN event_2027_01.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.at IS 'When it happened.';


--
-- Name: COLUMN event_2027_01.event_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.event_id IS 'Id of the event.';


--
-- Name: COLUMN event_2027_01.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN event_2027_01.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.kind IS 'What happened, as noun.past.';


--
-- Name: COLUMN event_2027_01.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN event_2027_01.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.actor IS 'The user''s id, the API key''s prefix, or the database role of the service.';


--
-- Name: COLUMN event_2027_01.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: COLUMN event_2027_01.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.recipient_id IS 'Recipient by whose link it happened, if one.';


--
-- Name: COLUMN event_2027_01.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.visit_id IS 'Visit in which it happened, if one.';


--
-- Name: COLUMN event_2027_01.reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.reason IS 'Why it was refused or done, at most 500 characters.';


--
-- Name: COLUMN event_2027_01.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.address IS 'Where it came from: nothing, a network or an address, as the account''s policy says.';


--
-- Name: COLUMN event_2027_01.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_01.is_bot IS 'Whether a program that only looks for a preview did it; such events are not counted.';


--
-- Name: event_2027_02; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event_2027_02 (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
);


ALTER TABLE share.event_2027_02 OWNER TO share_owner;

--
-- Name: TABLE event_2027_02; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event_2027_02 IS 'Events of 2027-02 (UTC).';


--
-- Name: COLUMN event_2027_02.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.account_id IS 'Account that the event concerns, the nil UUID for the installation.';


--
-- Name: COLUMN event_2027_02.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.at IS 'When it happened.';


--
-- Name: COLUMN event_2027_02.event_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.event_id IS 'Id of the event.';


--
-- Name: COLUMN event_2027_02.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN event_2027_02.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.kind IS 'What happened, as noun.past.';


--
-- Name: COLUMN event_2027_02.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN event_2027_02.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.actor IS 'The user''s id, the API key''s prefix, or the database role of the service.';


--
-- Name: COLUMN event_2027_02.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: COLUMN event_2027_02.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.recipient_id IS 'Recipient by whose link it happened, if one.';


--
-- Name: COLUMN event_2027_02.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.visit_id IS 'Visit in which it happened, if one.';


--
-- Name: COLUMN event_2027_02.reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.reason IS 'Why it was refused or done, at most 500 characters.';


--
-- Name: COLUMN event_2027_02.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.address IS 'Where it came from: nothing, a network or an address, as the account''s policy says.';


--
-- Name: COLUMN event_2027_02.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.event_2027_02.is_bot IS 'Whether a program that only looks for a preview did it; such events are not counted.';


--
-- Name: event_default; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.event_default (
    account_id uuid NOT NULL,
    at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    event_id uuid NOT NULL,
    share_id uuid,
    kind text NOT NULL,
    actor_kind text NOT NULL,
    actor text,
    detail jsonb DEFAULT '{}'::jsonb NOT NULL,
    recipient_id uuid,
    visit_id uuid,
    reason text,
    address text,
    is_bot boolean DEFAULT false NOT NULL,
    CONSTRAINT event_actor_check CHECK ((actor_kind = ANY (ARRAY['service'::text, 'user'::text, 'api_key'::text, 'visitor'::text]))),
    CONSTRAINT event_detail_check CHECK ((jsonb_typeof(detail) = 'object'::text)),
    CONSTRAINT event_kind_check CHECK ((kind ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT event_reason_check CHECK ((length(reason) <= 500))
);


ALTER TABLE share.event_default OWNER TO share_owner;

--
-- Name: TABLE event_default; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.event_default IS 'Events of months that have no partition of their own.';


--
-- Name: events; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.events WITH (security_invoker='true') AS
 SELECT e.event_id AS id,
    e.at,
    e.account_id,
    e.share_id,
    e.kind,
    e.actor_kind,
    e.actor,
    e.detail
   FROM share.event e;


ALTER TABLE share.events OWNER TO share_owner;

--
-- Name: VIEW events; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.events IS 'What happened. For admins and owners of an account, as share.event_list().';


--
-- Name: COLUMN events.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.id IS 'Id of the event.';


--
-- Name: COLUMN events.at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.at IS 'When it happened.';


--
-- Name: COLUMN events.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.account_id IS 'Account that it concerns, the nil UUID for the installation.';


--
-- Name: COLUMN events.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.share_id IS 'Share that it concerns, if one.';


--
-- Name: COLUMN events.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.kind IS 'What happened, as noun.past: share.created, key.rotated, …';


--
-- Name: COLUMN events.actor_kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.actor_kind IS 'Who did it: service, user, api_key or visitor.';


--
-- Name: COLUMN events.actor; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.actor IS 'The user''s id, the prefix of the API key, or the database role of the service.';


--
-- Name: COLUMN events.detail; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.events.detail IS 'Particulars, a JSON object without secrets.';


--
-- Name: file; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.file (
    account_id uuid NOT NULL,
    file_id uuid NOT NULL,
    drive_id uuid NOT NULL,
    external_id text,
    path text NOT NULL,
    filename text GENERATED ALWAYS AS (regexp_replace(path, '^.*/'::text, ''::text)) STORED NOT NULL,
    media_type share.media_type NOT NULL,
    mime_type text,
    bytes bigint,
    duration_seconds numeric,
    duration_limit numeric GENERATED ALWAYS AS (COALESCE(duration_seconds, 'Infinity'::numeric)) STORED NOT NULL,
    status share.processing_status DEFAULT 'pending'::share.processing_status NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    stream_delivery text,
    download_delivery text,
    preview_delivery text,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    deleted_at timestamp with time zone,
    is_deleted boolean GENERATED ALWAYS AS ((deleted_at IS NOT NULL)) STORED NOT NULL,
    CONSTRAINT file_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT file_duration_check CHECK (((duration_seconds > (0)::numeric) AND (duration_seconds < 'Infinity'::numeric))),
    CONSTRAINT file_external_id_check CHECK ((((length(external_id) >= 1) AND (length(external_id) <= 255)) AND (external_id !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT file_metadata_check CHECK (((jsonb_typeof(metadata) = 'object'::text) AND (octet_length((metadata)::text) <= 1048576))),
    CONSTRAINT file_mime_type_check CHECK (((length(mime_type) <= 255) AND (mime_type ~ '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$'::text))),
    CONSTRAINT file_path_check CHECK (((octet_length(path) <= 1024) AND (path ~ '^(/[^/\x01-\x1F\x7F-\x9F]+)+$'::text) AND (path !~ '(^|/)\.\.?(/|$)|\\'::text) AND (octet_length(regexp_replace(path, '^.*/'::text, ''::text)) <= 255)))
);


ALTER TABLE share.file OWNER TO share_owner;

--
-- Name: TABLE file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.file IS 'Pieces of media. Rows of deleted files stay.';


--
-- Name: COLUMN file.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.account_id IS 'Account.';


--
-- Name: COLUMN file.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.file_id IS 'Id of the file.';


--
-- Name: COLUMN file.drive_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.drive_id IS 'Drive that the file lies on.';


--
-- Name: COLUMN file.external_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.external_id IS 'The application''s own id, unique among the account''s living files, 1 to 255 characters.';


--
-- Name: COLUMN file.path; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.path IS 'Path on the drive, unique among its living files: begins with a slash, no empty, . or .. part, no backslash, at most 1,024 bytes, the last part 255.';


--
-- Name: COLUMN file.filename; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.filename IS 'Last part of the path.';


--
-- Name: COLUMN file.media_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.media_type IS 'Kind of media.';


--
-- Name: COLUMN file.mime_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.mime_type IS 'MIME type of the source.';


--
-- Name: COLUMN file.bytes; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.bytes IS 'Size of the source in bytes.';


--
-- Name: COLUMN file.duration_seconds; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.duration_seconds IS 'Length in seconds, null while unknown.';


--
-- Name: COLUMN file.duration_limit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.duration_limit IS 'Where segments must end: the duration, infinity while unknown.';


--
-- Name: COLUMN file.status; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.status IS 'Processing of the media.';


--
-- Name: COLUMN file.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.metadata IS 'The application''s own data, a JSON object of at most 1 MiB.';


--
-- Name: COLUMN file.stream_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.stream_delivery IS 'Delivery of this file''s streams, null for the account''s.';


--
-- Name: COLUMN file.download_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.download_delivery IS 'Delivery of this file''s downloads, null for the account''s.';


--
-- Name: COLUMN file.preview_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.preview_delivery IS 'Delivery of this file''s previews, null for the account''s.';


--
-- Name: COLUMN file.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.created_at IS 'When the file was made.';


--
-- Name: COLUMN file.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.updated_at IS 'When the file was last changed.';


--
-- Name: COLUMN file.deleted_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.deleted_at IS 'When the file was deleted, null for a living one.';


--
-- Name: COLUMN file.is_deleted; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.file.is_deleted IS 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';


--
-- Name: CONSTRAINT file_bytes_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_bytes_check ON share.file IS 'Not negative.';


--
-- Name: CONSTRAINT file_duration_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_duration_check ON share.file IS 'More than 0 seconds, and not infinite.';


--
-- Name: CONSTRAINT file_external_id_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_external_id_check ON share.file IS '1 to 255 characters, no control characters.';


--
-- Name: CONSTRAINT file_metadata_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_metadata_check ON share.file IS 'A JSON object of at most 1 MiB as text.';


--
-- Name: CONSTRAINT file_mime_type_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_mime_type_check ON share.file IS 'type/subtype.';


--
-- Name: CONSTRAINT file_path_check ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_path_check ON share.file IS 'Begins with a slash; no empty, . or .. part, no backslash or control character; at most 1,024 bytes, the last part 255.';


--
-- Name: files; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.files WITH (security_invoker='true') AS
 SELECT f.file_id AS id,
    f.account_id,
    f.drive_id,
    f.external_id,
    f.path,
    f.filename,
    f.media_type,
    f.mime_type,
    f.bytes,
    f.duration_seconds,
    f.status,
    f.metadata,
    f.stream_delivery,
    f.download_delivery,
    f.preview_delivery,
    f.created_at,
    f.updated_at
   FROM share.file f
  WHERE (NOT f.is_deleted);


ALTER TABLE share.files OWNER TO share_owner;

--
-- Name: VIEW files; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.files IS 'Files that are not deleted.';


--
-- Name: COLUMN files.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.id IS 'Id of the file.';


--
-- Name: COLUMN files.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.account_id IS 'Account that the file belongs to.';


--
-- Name: COLUMN files.drive_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.drive_id IS 'Drive that the file lies on.';


--
-- Name: COLUMN files.external_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.external_id IS 'The application''s own id of the file, unique in the account.';


--
-- Name: COLUMN files.path; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.path IS 'Path on the drive, from its root.';


--
-- Name: COLUMN files.filename; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.filename IS 'Last part of the path.';


--
-- Name: COLUMN files.media_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.media_type IS 'Kind of media.';


--
-- Name: COLUMN files.mime_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.mime_type IS 'MIME type of the source.';


--
-- Name: COLUMN files.bytes; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.bytes IS 'Size of the source in bytes.';


--
-- Name: COLUMN files.duration_seconds; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.duration_seconds IS 'Length in seconds, null while unknown.';


--
-- Name: COLUMN files.status; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.status IS 'Processing of the media.';


--
-- Name: COLUMN files.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.metadata IS 'The application''s own data, a JSON object.';


--
-- Name: COLUMN files.stream_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.stream_delivery IS 'Delivery of this file''s streams, null for the account''s.';


--
-- Name: COLUMN files.download_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.download_delivery IS 'Delivery of this file''s downloads, null for the account''s.';


--
-- Name: COLUMN files.preview_delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.preview_delivery IS 'Delivery of this file''s previews, null for the account''s.';


--
-- Name: COLUMN files.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.created_at IS 'When the file was made.';


--
-- Name: COLUMN files.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.files.updated_at IS 'When the file was last changed.';


--
-- Name: item; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.item (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    item_id uuid NOT NULL,
    ordinal integer NOT NULL,
    file_id uuid,
    file_segment_id uuid,
    drive_id uuid,
    folder text,
    CONSTRAINT item_folder_check CHECK (((octet_length(folder) <= 1024) AND (folder ~ '^/([^/\x01-\x1F\x7F-\x9F]+/)*$'::text) AND (folder !~ '(^|/)\.\.?(/|$)|\\'::text))),
    CONSTRAINT item_target_check CHECK ((((file_id IS NOT NULL) <> (folder IS NOT NULL)) AND ((folder IS NOT NULL) = (drive_id IS NOT NULL)) AND ((file_segment_id IS NULL) OR (file_id IS NOT NULL))))
);


ALTER TABLE share.item OWNER TO share_owner;

--
-- Name: TABLE item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.item IS 'What a share shows beside its own file or segment, in order: files, segments, folders that stay live.';


--
-- Name: COLUMN item.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.account_id IS 'Account.';


--
-- Name: COLUMN item.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.share_id IS 'Share.';


--
-- Name: COLUMN item.item_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.item_id IS 'Id of the item.';


--
-- Name: COLUMN item.ordinal; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.ordinal IS 'Place in the order; the share''s own file or segment stands before 1.';


--
-- Name: COLUMN item.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.file_id IS 'File that is shown, null for a folder.';


--
-- Name: COLUMN item.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.file_segment_id IS 'Segment of that file, null for the whole of it.';


--
-- Name: COLUMN item.drive_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.drive_id IS 'Drive of a folder.';


--
-- Name: COLUMN item.folder; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.item.folder IS 'Path of a folder, which begins and ends with a slash: every file below it at the time of asking.';


--
-- Name: CONSTRAINT item_folder_check ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_folder_check ON share.item IS 'Begins and ends with a slash, no dot parts, no control characters.';


--
-- Name: CONSTRAINT item_target_check ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_target_check ON share.item IS 'A file, a segment of a file, or a folder of a drive.';


--
-- Name: job; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.job (
    account_id uuid NOT NULL,
    job_id uuid NOT NULL,
    kind text NOT NULL,
    share_id uuid,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    max_attempts integer DEFAULT 12 NOT NULL,
    run_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    lease_until timestamp with time zone,
    worker text,
    last_error text,
    result jsonb,
    deduplicate text,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    finished_at timestamp with time zone,
    due_at timestamp with time zone GENERATED ALWAYS AS (
CASE state
    WHEN 'queued'::text THEN run_at
    WHEN 'running'::text THEN lease_until
    ELSE NULL::timestamp with time zone
END) STORED,
    CONSTRAINT job_attempts_check CHECK (((attempts >= 0) AND (attempts <= max_attempts))),
    CONSTRAINT job_deduplicate_check CHECK (((length(deduplicate) >= 1) AND (length(deduplicate) <= 200))),
    CONSTRAINT job_error_check CHECK ((length(last_error) <= 2000)),
    CONSTRAINT job_finished_check CHECK (((state = ANY (ARRAY['done'::text, 'dead'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT job_kind_check CHECK ((kind ~ '^[A-Za-z][A-Za-z_]{0,62}$'::text)),
    CONSTRAINT job_lease_check CHECK (((state = 'running'::text) = ((lease_until IS NOT NULL) AND (worker IS NOT NULL)))),
    CONSTRAINT job_payload_check CHECK (((jsonb_typeof(payload) = 'object'::text) AND (octet_length((payload)::text) <= 65536))),
    CONSTRAINT job_result_check CHECK ((octet_length((result)::text) <= 65536)),
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'dead'::text]))),
    CONSTRAINT job_worker_check CHECK (((length(worker) >= 1) AND (length(worker) <= 200)))
)
WITH (fillfactor='80', autovacuum_vacuum_scale_factor='0.02');


ALTER TABLE share.job OWNER TO share_owner;

--
-- Name: TABLE job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.job IS 'Work for someone outside of the database, written in the transaction of what asks for it.';


--
-- Name: COLUMN job.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.account_id IS 'Account, the nil UUID for the installation.';


--
-- Name: COLUMN job.job_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.job_id IS 'Id of the job.';


--
-- Name: COLUMN job.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.kind IS 'What is to be done, a kind of share.job_kinds().';


--
-- Name: COLUMN job.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.share_id IS 'Share that it concerns, if one. A job may outlive it.';


--
-- Name: COLUMN job.payload; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.payload IS 'What the worker needs, a JSON object of at most 64 KiB. May hold addresses and codes: shown to workers alone, emptied when the job is done.';


--
-- Name: COLUMN job.state; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.state IS 'queued, running (leased by a worker), done or dead (given up).';


--
-- Name: COLUMN job.attempts; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.attempts IS 'How often a worker has taken it.';


--
-- Name: COLUMN job.max_attempts; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.max_attempts IS 'How often a worker may take it before it is given up.';


--
-- Name: COLUMN job.run_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.run_at IS 'Not before.';


--
-- Name: COLUMN job.lease_until; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.lease_until IS 'Until when nobody else takes it, while it runs.';


--
-- Name: COLUMN job.worker; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.worker IS 'Who has it, while it runs.';


--
-- Name: COLUMN job.last_error; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.last_error IS 'Why it last failed.';


--
-- Name: COLUMN job.result; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.result IS 'What the worker gave back, at most 64 KiB.';


--
-- Name: COLUMN job.deduplicate; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.deduplicate IS 'Key by which equal jobs that nobody has taken yet are one.';


--
-- Name: COLUMN job.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.created_at IS 'When it was asked for.';


--
-- Name: COLUMN job.finished_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.finished_at IS 'When it was done or given up.';


--
-- Name: COLUMN job.due_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.job.due_at IS 'When a worker may next take it: run_at while it waits, lease_until while it runs.';


--
-- Name: CONSTRAINT job_attempts_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_attempts_check ON share.job IS 'No more attempts than allowed.';


--
-- Name: CONSTRAINT job_deduplicate_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_deduplicate_check ON share.job IS '1 to 200 characters.';


--
-- Name: CONSTRAINT job_error_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_error_check ON share.job IS 'At most 2,000 characters.';


--
-- Name: CONSTRAINT job_finished_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_finished_check ON share.job IS 'Jobs that are done or given up have an end, the others none.';


--
-- Name: CONSTRAINT job_kind_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_kind_check ON share.job IS 'Letters and _; which there are is told by share.job_kinds().';


--
-- Name: CONSTRAINT job_lease_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_lease_check ON share.job IS 'Running jobs and no others have a worker and a lease.';


--
-- Name: CONSTRAINT job_payload_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_payload_check ON share.job IS 'A JSON object of at most 64 KiB as text.';


--
-- Name: CONSTRAINT job_result_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_result_check ON share.job IS 'At most 64 KiB as text.';


--
-- Name: CONSTRAINT job_state_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_state_check ON share.job IS 'queued, running, done or dead.';


--
-- Name: CONSTRAINT job_worker_check ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_worker_check ON share.job IS '1 to 200 characters.';


--
-- Name: member; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.member (
    account_id uuid NOT NULL,
    user_id text NOT NULL,
    name text,
    email text,
    role share.member_role DEFAULT 'viewer'::share.member_role NOT NULL,
    database_role name,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT member_email_check CHECK (((length(email) <= 320) AND (email ~ '^[^@[:space:]\x01-\x1F\x7F-\x9F]+@[^@[:space:]\x01-\x1F\x7F-\x9F]+$'::text))),
    CONSTRAINT member_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT member_user_check CHECK ((((length(user_id) >= 1) AND (length(user_id) <= 255)) AND (user_id !~ '[\x01-\x1F\x7F-\x9F]'::text)))
);


ALTER TABLE share.member OWNER TO share_owner;

--
-- Name: TABLE member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.member IS 'Users in accounts.';


--
-- Name: COLUMN member.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.account_id IS 'Account.';


--
-- Name: COLUMN member.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.user_id IS 'The application''s id of the user, 1 to 255 characters.';


--
-- Name: COLUMN member.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.name IS 'Name to show, 1 to 200 characters.';


--
-- Name: COLUMN member.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.email IS 'Mail address.';


--
-- Name: COLUMN member.role; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.role IS 'What the member may do.';


--
-- Name: COLUMN member.database_role; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.database_role IS 'Database role, a member of share_user, whose calls are this member''s in this account.';


--
-- Name: COLUMN member.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.created_at IS 'When the member was added.';


--
-- Name: COLUMN member.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.member.updated_at IS 'When the member was last changed.';


--
-- Name: CONSTRAINT member_email_check ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT member_email_check ON share.member IS 'Something before and after one at sign, at most 320 characters.';


--
-- Name: CONSTRAINT member_name_check ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT member_name_check ON share.member IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT member_user_check ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT member_user_check ON share.member IS '1 to 255 characters, no control characters.';


--
-- Name: members; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.members WITH (security_invoker='true') AS
 SELECT m.account_id,
    m.user_id,
    m.name,
    m.email,
    m.role,
    m.created_at,
    m.updated_at,
    m.database_role
   FROM share.member m;


ALTER TABLE share.members OWNER TO share_owner;

--
-- Name: VIEW members; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.members IS 'Members of accounts.';


--
-- Name: COLUMN members.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.account_id IS 'Account that the user is a member of.';


--
-- Name: COLUMN members.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.user_id IS 'The application''s id of the user.';


--
-- Name: COLUMN members.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.name IS 'Name to show.';


--
-- Name: COLUMN members.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.email IS 'Mail address.';


--
-- Name: COLUMN members.role; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.role IS 'What the member may do in the account.';


--
-- Name: COLUMN members.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.created_at IS 'When the member was added.';


--
-- Name: COLUMN members.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.updated_at IS 'When the member was last changed.';


--
-- Name: COLUMN members.database_role; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.members.database_role IS 'Database role whose calls are this member''s.';


--
-- Name: metrics; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.metrics AS
 SELECT m.name,
    m.labels,
    m.value
   FROM share.metrics_read() m(name, labels, value);


ALTER TABLE share.metrics OWNER TO share_owner;

--
-- Name: VIEW metrics; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.metrics IS 'Figures for an exporter. share_shares (labels: state) is exact while the table of shares has up to 256 pages, beyond that an estimate from so many of them. Exact, through an index or from a small table: share_events_last_hour (kind), share_jobs (state; up to 10,000 each), share_signing_keys (state), share_signing_key_seconds_left (state: until the next key of that state ends), share_event_months_ahead, share_event_default_rows (up to 10,000).';


--
-- Name: COLUMN metrics.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.metrics.name IS 'Name of the figure.';


--
-- Name: COLUMN metrics.labels; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.metrics.labels IS 'What tells figures of one name apart, a JSON object.';


--
-- Name: COLUMN metrics.value; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.metrics.value IS 'The figure.';


--
-- Name: origin; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.origin (
    account_id uuid NOT NULL,
    origin_id uuid NOT NULL,
    file_id uuid NOT NULL,
    file_segment_id uuid,
    kind text NOT NULL,
    path text NOT NULL,
    directory text GENERATED ALWAYS AS (regexp_replace(path, '/?[^/]*$'::text, ''::text)) STORED NOT NULL,
    is_ambiguous boolean GENERATED ALWAYS AS (share.path_is_ambiguous(path)) STORED NOT NULL,
    mime_type text,
    bytes bigint,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT origin_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT origin_kind_check CHECK ((kind = ANY (ARRAY['source'::text, 'proxy'::text, 'stream'::text, 'thumbnail'::text]))),
    CONSTRAINT origin_mime_type_check CHECK (((length(mime_type) <= 255) AND (mime_type ~ '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$'::text))),
    CONSTRAINT origin_path_check CHECK (((octet_length(path) <= 1024) AND (path ~ '^[^/\x01-\x1F\x7F-\x9F\\]+(/[^/\x01-\x1F\x7F-\x9F\\]+)*$'::text) AND (path !~ '(^|/)\.\.?(/|$)'::text) AND (path !~* '^s/[0-9a-f-]{36}[.][0-9]+/'::text))),
    CONSTRAINT origin_stream_check CHECK (((kind <> 'stream'::text) OR (path ~ '/'::text) OR (path ~ '^[A-Za-z0-9]{20,}[.]m3u8$'::text)))
);


ALTER TABLE share.origin OWNER TO share_owner;

--
-- Name: TABLE origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.origin IS 'Stored objects of files and segments, as paths below the base URL of a delivery.';


--
-- Name: COLUMN origin.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.account_id IS 'Account.';


--
-- Name: COLUMN origin.origin_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.origin_id IS 'Id of the origin.';


--
-- Name: COLUMN origin.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.file_id IS 'File that the object belongs to.';


--
-- Name: COLUMN origin.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.file_segment_id IS 'Segment that the object belongs to, null for one of the whole file.';


--
-- Name: COLUMN origin.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.kind IS 'source (the original), proxy (a smaller copy), stream (an HLS playlist) or thumbnail (an image).';


--
-- Name: COLUMN origin.path; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.path IS 'Path below the base URL: no leading slash, no empty, . or .. part, at most 1,024 bytes. A stream lies in a directory, or is <id of its video>.m3u8 where the service signs by that.';


--
-- Name: COLUMN origin.directory; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.directory IS 'The path without its last part.';


--
-- Name: COLUMN origin.is_ambiguous; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.is_ambiguous IS 'Whether a number behind the path could be read as its end, which some schemes cannot sign.';


--
-- Name: COLUMN origin.mime_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.mime_type IS 'MIME type of the object.';


--
-- Name: COLUMN origin.bytes; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.bytes IS 'Size of the object in bytes.';


--
-- Name: COLUMN origin.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.created_at IS 'When the origin was first put.';


--
-- Name: COLUMN origin.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origin.updated_at IS 'When the origin was last put.';


--
-- Name: CONSTRAINT origin_bytes_check ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_bytes_check ON share.origin IS 'Not negative.';


--
-- Name: CONSTRAINT origin_kind_check ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_kind_check ON share.origin IS 'source, proxy, stream or thumbnail.';


--
-- Name: CONSTRAINT origin_mime_type_check ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_mime_type_check ON share.origin IS 'type/subtype.';


--
-- Name: CONSTRAINT origin_path_check ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_path_check ON share.origin IS 'No slash at either end, no empty, . or .. part, no backslash or control character, not like the folder of a share (epoch_in_path), at most 1,024 bytes.';


--
-- Name: CONSTRAINT origin_stream_check ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_stream_check ON share.origin IS 'A stream lies in a directory, by which it is signed, or is named by the id of its video as Mux does.';


--
-- Name: origins; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.origins WITH (security_invoker='true') AS
 SELECT o.origin_id AS id,
    o.account_id,
    o.file_id,
    o.file_segment_id,
    o.kind,
    o.path,
    o.mime_type,
    o.bytes,
    o.created_at,
    o.updated_at
   FROM share.origin o;


ALTER TABLE share.origins OWNER TO share_owner;

--
-- Name: VIEW origins; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.origins IS 'Stored objects of files and segments.';


--
-- Name: COLUMN origins.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.id IS 'Id of the origin.';


--
-- Name: COLUMN origins.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.account_id IS 'Account that the origin belongs to.';


--
-- Name: COLUMN origins.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.file_id IS 'File that the object belongs to.';


--
-- Name: COLUMN origins.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.file_segment_id IS 'Segment that the object belongs to, null for one of the whole file.';


--
-- Name: COLUMN origins.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.kind IS 'What the object is: source, proxy, stream or thumbnail.';


--
-- Name: COLUMN origins.path; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.path IS 'Path below the base URL of the delivery.';


--
-- Name: COLUMN origins.mime_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.mime_type IS 'MIME type of the object.';


--
-- Name: COLUMN origins.bytes; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.bytes IS 'Size of the object in bytes.';


--
-- Name: COLUMN origins.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.created_at IS 'When the origin was first put.';


--
-- Name: COLUMN origins.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.origins.updated_at IS 'When the origin was last put.';


--
-- Name: password_try; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.password_try (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    address text NOT NULL,
    failures integer NOT NULL,
    locked_until timestamp with time zone,
    tried_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT password_try_failures_check CHECK ((failures >= 0))
);


ALTER TABLE share.password_try OWNER TO share_owner;

--
-- Name: TABLE password_try; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.password_try IS 'Wrong passwords: by share and address, and by share as a whole under the address ''*''. Rows go when the right one is given.';


--
-- Name: COLUMN password_try.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.account_id IS 'Account.';


--
-- Name: COLUMN password_try.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.share_id IS 'Share.';


--
-- Name: COLUMN password_try.address; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.address IS 'Address that tried, '''' where it is not known, ''*'' for all together.';


--
-- Name: COLUMN password_try.failures; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.failures IS 'Wrong tries since the last right one.';


--
-- Name: COLUMN password_try.locked_until; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.locked_until IS 'Until when further tries are refused unlooked at, null while there are tries left.';


--
-- Name: COLUMN password_try.tried_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.password_try.tried_at IS 'When the last try was.';


--
-- Name: CONSTRAINT password_try_failures_check ON password_try; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT password_try_failures_check ON share.password_try IS 'Counts from 0.';


--
-- Name: playlist; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.playlist (
    account_id uuid NOT NULL,
    file_id uuid NOT NULL,
    path text NOT NULL,
    directory text NOT NULL,
    body text NOT NULL,
    kind text NOT NULL,
    duration numeric,
    segments bigint NOT NULL,
    children text[] DEFAULT '{}'::text[] NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT playlist_body_check CHECK (((octet_length(body) <= 4194304) AND (body ~ '^#EXTM3U'::text))),
    CONSTRAINT playlist_directory_check CHECK (starts_with(path, (directory || '/'::text))),
    CONSTRAINT playlist_duration_check CHECK ((duration >= (0)::numeric)),
    CONSTRAINT playlist_kind_check CHECK ((kind = ANY (ARRAY['master'::text, 'media'::text]))),
    CONSTRAINT playlist_path_check CHECK (((octet_length(path) <= 1024) AND (path ~ '^[^/\x01-\x1F\x7F-\x9F\\]+(/[^/\x01-\x1F\x7F-\x9F\\]+)+$'::text) AND (path !~ '(^|/)\.\.?(/|$)'::text))),
    CONSTRAINT playlist_segments_check CHECK ((segments >= 0))
);


ALTER TABLE share.playlist OWNER TO share_owner;

--
-- Name: TABLE playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.playlist IS 'HLS playlists of files whose URIs are signed here, for buckets that check each object by itself.';


--
-- Name: COLUMN playlist.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.account_id IS 'Account.';


--
-- Name: COLUMN playlist.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.file_id IS 'File that the playlist plays.';


--
-- Name: COLUMN playlist.path; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.path IS 'Where it lies below the base URL, in the directory of one of the file''s streams; its URIs are relative to that.';


--
-- Name: COLUMN playlist.directory; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.directory IS 'Directory of the stream that it was put for: a share of another stream, as that of a segment, does not give it out.';


--
-- Name: COLUMN playlist.body; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.body IS 'The playlist as it was given, at most 4 MiB. Kept as text: rewriting it whole costs less than gathering rows.';


--
-- Name: COLUMN playlist.kind; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.kind IS 'master (names other playlists) or media (names segments).';


--
-- Name: COLUMN playlist.duration; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.duration IS 'Seconds of a media playlist, the sum of its segments.';


--
-- Name: COLUMN playlist.segments; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.segments IS 'How many segments it has.';


--
-- Name: COLUMN playlist.children; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.children IS 'Paths of the playlists that a master playlist names.';


--
-- Name: COLUMN playlist.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.created_at IS 'When the playlist was first put.';


--
-- Name: COLUMN playlist.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.playlist.updated_at IS 'When the playlist was last put.';


--
-- Name: CONSTRAINT playlist_body_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_body_check ON share.playlist IS 'An HLS playlist of at most 4 MiB.';


--
-- Name: CONSTRAINT playlist_directory_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_directory_check ON share.playlist IS 'Lies in the directory of its stream.';


--
-- Name: CONSTRAINT playlist_duration_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_duration_check ON share.playlist IS 'Not negative.';


--
-- Name: CONSTRAINT playlist_kind_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_kind_check ON share.playlist IS 'master or media.';


--
-- Name: CONSTRAINT playlist_path_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_path_check ON share.playlist IS 'A directory and a name below the base URL: no leading slash, no empty, . or .. part, at most 1,024 bytes.';


--
-- Name: CONSTRAINT playlist_segments_check ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_segments_check ON share.playlist IS 'Not negative.';


--
-- Name: recipient; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.recipient (
    account_id uuid NOT NULL,
    recipient_id uuid NOT NULL,
    share_id uuid NOT NULL,
    user_id text,
    email text,
    name text,
    permissions text[],
    message text,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    notified_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT recipient_email_check CHECK (((length(email) <= 320) AND (email ~ '^[^@[:space:]\x01-\x1F\x7F-\x9F]+@[^@[:space:]\x01-\x1F\x7F-\x9F]+$'::text))),
    CONSTRAINT recipient_message_check CHECK (((length(message) <= 10000) AND (message !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT recipient_name_check CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT recipient_permissions_check CHECK (((permissions <@ '{view,download,comment,comments_view,metadata_view,metadata_edit,upload,stack_view}'::text[]) AND (cardinality(permissions) > 0))),
    CONSTRAINT recipient_user_check CHECK ((((length(user_id) >= 1) AND (length(user_id) <= 255)) AND (user_id !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT recipient_who_check CHECK (((user_id IS NOT NULL) OR (email IS NOT NULL)))
);


ALTER TABLE share.recipient OWNER TO share_owner;

--
-- Name: TABLE recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.recipient IS 'Whom a share was made for: each has a link, permissions, an end and figures of its own.';


--
-- Name: COLUMN recipient.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.account_id IS 'Account.';


--
-- Name: COLUMN recipient.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.recipient_id IS 'Id of the recipient.';


--
-- Name: COLUMN recipient.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.share_id IS 'Share.';


--
-- Name: COLUMN recipient.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.user_id IS 'The application''s id of the user, if it is one.';


--
-- Name: COLUMN recipient.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.email IS 'Mail address, if there is one.';


--
-- Name: COLUMN recipient.name; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.name IS 'Name to show.';


--
-- Name: COLUMN recipient.permissions; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.permissions IS 'What of the share''s permissions the recipient has, null for all of them.';


--
-- Name: COLUMN recipient.message; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.message IS 'Message for the recipient.';


--
-- Name: COLUMN recipient.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.expires_at IS 'When the recipient''s link ends, null for that of the share.';


--
-- Name: COLUMN recipient.revoked_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.revoked_at IS 'When the recipient was taken off, null while on.';


--
-- Name: COLUMN recipient.notified_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.notified_at IS 'When a mail to the recipient was last asked for.';


--
-- Name: COLUMN recipient.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.created_at IS 'When the recipient was added.';


--
-- Name: COLUMN recipient.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.recipient.updated_at IS 'When the recipient was last changed.';


--
-- Name: CONSTRAINT recipient_email_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_email_check ON share.recipient IS 'Something before and after one @, at most 320 characters.';


--
-- Name: CONSTRAINT recipient_message_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_message_check ON share.recipient IS 'At most 10,000 characters, no control characters but tab and line breaks.';


--
-- Name: CONSTRAINT recipient_name_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_name_check ON share.recipient IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT recipient_permissions_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_permissions_check ON share.recipient IS 'Known permissions, at least one.';


--
-- Name: CONSTRAINT recipient_user_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_user_check ON share.recipient IS '1 to 255 characters, no control characters.';


--
-- Name: CONSTRAINT recipient_who_check ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_who_check ON share.recipient IS 'A user, a mail address or both.';


--
-- Name: schema_info; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.schema_info (
    singleton boolean DEFAULT true NOT NULL,
    version integer NOT NULL,
    migrated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT schema_info_singleton_check CHECK (singleton)
);


ALTER TABLE share.schema_info OWNER TO share_owner;

--
-- Name: TABLE schema_info; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.schema_info IS 'Version of the tables, one row.';


--
-- Name: COLUMN schema_info.singleton; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.schema_info.singleton IS 'Always true: there is one row.';


--
-- Name: COLUMN schema_info.version; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.schema_info.version IS 'Number of the last step that share.migrate() has taken.';


--
-- Name: COLUMN schema_info.migrated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.schema_info.migrated_at IS 'When that step was taken.';


--
-- Name: CONSTRAINT schema_info_singleton_check ON schema_info; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT schema_info_singleton_check ON share.schema_info IS 'One row.';


--
-- Name: segment; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.segment (
    account_id uuid NOT NULL,
    file_segment_id uuid NOT NULL,
    file_id uuid NOT NULL,
    start_time numeric NOT NULL,
    end_time numeric NOT NULL,
    file_duration numeric NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    deleted_at timestamp with time zone,
    is_deleted boolean GENERATED ALWAYS AS ((deleted_at IS NOT NULL)) STORED NOT NULL,
    CONSTRAINT segment_inside_file_check CHECK (((deleted_at IS NOT NULL) OR (end_time <= file_duration))),
    CONSTRAINT segment_metadata_check CHECK (((jsonb_typeof(metadata) = 'object'::text) AND (octet_length((metadata)::text) <= 1048576))),
    CONSTRAINT segment_times_check CHECK (((start_time >= (0)::numeric) AND (start_time < end_time) AND (end_time < (1000000000)::numeric) AND (min_scale(start_time) <= 6) AND (min_scale(end_time) <= 6)))
);


ALTER TABLE share.segment OWNER TO share_owner;

--
-- Name: TABLE segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.segment IS 'Parts of files, from one second to another. Rows of deleted segments stay.';


--
-- Name: COLUMN segment.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.account_id IS 'Account.';


--
-- Name: COLUMN segment.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.file_segment_id IS 'Id of the segment.';


--
-- Name: COLUMN segment.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.file_id IS 'File that the segment is a part of.';


--
-- Name: COLUMN segment.start_time; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.start_time IS 'Start in seconds of the file, to the microsecond.';


--
-- Name: COLUMN segment.end_time; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.end_time IS 'End in seconds of the file, to the microsecond.';


--
-- Name: COLUMN segment.file_duration; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.file_duration IS 'The file''s duration_limit, kept equal by the foreign key, so that a check can hold the end against it.';


--
-- Name: COLUMN segment.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.metadata IS 'The application''s own data, a JSON object of at most 1 MiB.';


--
-- Name: COLUMN segment.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.created_at IS 'When the segment was made.';


--
-- Name: COLUMN segment.deleted_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.deleted_at IS 'When the segment was deleted, null for a living one.';


--
-- Name: COLUMN segment.is_deleted; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segment.is_deleted IS 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';


--
-- Name: CONSTRAINT segment_inside_file_check ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_inside_file_check ON share.segment IS 'A living segment ends inside its file.';


--
-- Name: CONSTRAINT segment_metadata_check ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_metadata_check ON share.segment IS 'A JSON object of at most 1 MiB as text.';


--
-- Name: CONSTRAINT segment_times_check ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_times_check ON share.segment IS 'From 0 or later to a later second, to the microsecond.';


--
-- Name: segments; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.segments WITH (security_invoker='true') AS
 SELECT g.file_segment_id AS id,
    g.account_id,
    g.file_id,
    g.start_time,
    g.end_time,
    g.metadata,
    g.created_at
   FROM share.segment g
  WHERE (NOT g.is_deleted);


ALTER TABLE share.segments OWNER TO share_owner;

--
-- Name: VIEW segments; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.segments IS 'Segments that are not deleted.';


--
-- Name: COLUMN segments.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.id IS 'Id of the segment.';


--
-- Name: COLUMN segments.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.account_id IS 'Account that the segment belongs to.';


--
-- Name: COLUMN segments.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.file_id IS 'File that the segment is a part of.';


--
-- Name: COLUMN segments.start_time; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.start_time IS 'Start in seconds of the file.';


--
-- Name: COLUMN segments.end_time; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.end_time IS 'End in seconds of the file.';


--
-- Name: COLUMN segments.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.metadata IS 'The application''s own data, a JSON object.';


--
-- Name: COLUMN segments.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.segments.created_at IS 'When the segment was made.';


--
-- Name: share; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.share (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    file_id uuid NOT NULL,
    file_segment_id uuid,
    owner_id text,
    title text,
    description text,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    visibility share.visibility DEFAULT 'public'::share.visibility NOT NULL,
    link_preview share.link_preview DEFAULT 'none'::share.link_preview NOT NULL,
    permissions text[] DEFAULT '{view,download}'::text[] NOT NULL,
    has_password boolean DEFAULT false NOT NULL,
    recipients_only boolean DEFAULT false NOT NULL,
    prove_email boolean DEFAULT false NOT NULL,
    email_domains text[],
    restrictions jsonb DEFAULT '{}'::jsonb NOT NULL,
    terms text,
    terms_version text,
    watermark text,
    slug text,
    exclusive boolean DEFAULT true NOT NULL,
    epoch integer DEFAULT 1 NOT NULL,
    rotation integer DEFAULT 0 NOT NULL,
    starts_at timestamp with time zone,
    expires_at timestamp with time zone,
    exhausted_at timestamp with time zone,
    disabled_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_reason text,
    id_ends_at timestamp with time zone,
    deleted_at timestamp with time zone,
    is_deleted boolean GENERATED ALWAYS AS ((deleted_at IS NOT NULL)) STORED NOT NULL,
    ended_at timestamp with time zone,
    target_deleted boolean GENERATED ALWAYS AS (
CASE
    WHEN (ended_at IS NULL) THEN false
    ELSE NULL::boolean
END) STORED,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT share_description_check CHECK (((length(description) <= 10000) AND (description !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_ended_check CHECK (((ended_at IS NOT NULL) OR ((deleted_at IS NULL) AND (revoked_at IS NULL)))),
    CONSTRAINT share_epoch_check CHECK ((epoch > 0)),
    CONSTRAINT share_metadata_check CHECK (((jsonb_typeof(metadata) = 'object'::text) AND (octet_length((metadata)::text) <= 1048576))),
    CONSTRAINT share_owner_check CHECK ((((length(owner_id) >= 1) AND (length(owner_id) <= 255)) AND (owner_id !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_permissions_check CHECK (((permissions <@ '{view,download,comment,comments_view,metadata_view,metadata_edit,upload,stack_view}'::text[]) AND (cardinality(permissions) > 0))),
    CONSTRAINT share_reason_check CHECK (((length(revoked_reason) <= 500) AND (revoked_reason !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_restrictions_check CHECK (((jsonb_typeof(restrictions) = 'object'::text) AND (octet_length((restrictions)::text) <= 65536))),
    CONSTRAINT share_rotation_check CHECK ((rotation >= 0)),
    CONSTRAINT share_starts_check CHECK ((starts_at < 'infinity'::timestamp with time zone)),
    CONSTRAINT share_terms_check CHECK (((length(terms) <= 100000) AND (terms !~ '[\x01-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]'::text) AND ((length(terms_version) >= 1) AND (length(terms_version) <= 100)) AND (terms_version !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_terms_version_check CHECK (((terms IS NULL) = (terms_version IS NULL))),
    CONSTRAINT share_title_check CHECK (((length(title) <= 500) AND (title !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_watermark_check CHECK ((((length(watermark) >= 1) AND (length(watermark) <= 200)) AND (watermark !~ '[\x01-\x1F\x7F-\x9F]'::text))),
    CONSTRAINT share_window_check CHECK ((starts_at < expires_at))
);


ALTER TABLE share.share OWNER TO share_owner;

--
-- Name: TABLE share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.share IS 'Links to files and segments, and their rules. Rows of deleted shares stay.';


--
-- Name: COLUMN share.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.account_id IS 'Account that owns the share.';


--
-- Name: COLUMN share.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.share_id IS 'Id of the share.';


--
-- Name: COLUMN share.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.file_id IS 'File that is shared.';


--
-- Name: COLUMN share.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.file_segment_id IS 'Segment that is shared, null for the whole file.';


--
-- Name: COLUMN share.owner_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.owner_id IS 'The application''s id of the user who owns the share.';


--
-- Name: COLUMN share.title; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.title IS 'Title to show, at most 500 characters, no control characters.';


--
-- Name: COLUMN share.description; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.description IS 'Description to show, at most 10,000 characters.';


--
-- Name: COLUMN share.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.metadata IS 'The application''s own data, a JSON object of at most 1 MiB.';


--
-- Name: COLUMN share.visibility; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.visibility IS 'Who may open the share; frozen.';


--
-- Name: COLUMN share.link_preview; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.link_preview IS 'How much of a private share a link card may show.';


--
-- Name: COLUMN share.permissions; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.permissions IS 'What the holder of the link may do: view, download, comment, comments_view, metadata_view, metadata_edit, upload, stack_view.';


--
-- Name: COLUMN share.has_password; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.has_password IS 'Whether a password must be given; its hash stands in share.share_password.';


--
-- Name: COLUMN share.recipients_only; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.recipients_only IS 'Whether only the share''s recipients may open it.';


--
-- Name: COLUMN share.prove_email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.prove_email IS 'Whether who opens must have proved a mail address by a code.';


--
-- Name: COLUMN share.email_domains; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.email_domains IS 'Domains that a proved mail address must be of, null for any.';


--
-- Name: COLUMN share.restrictions; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.restrictions IS 'From where it may be opened, in the form that share.restrictions_check() takes.';


--
-- Name: COLUMN share.terms; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.terms IS 'Text that must be accepted before opening.';


--
-- Name: COLUMN share.terms_version; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.terms_version IS 'Version of that text, which an acceptance names.';


--
-- Name: COLUMN share.watermark; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.watermark IS 'Text to show over the picture; travels with the bundle and to who burns it in.';


--
-- Name: COLUMN share.slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.slug IS 'Address of the share in place of its id; all of them stand in share.slug.';


--
-- Name: COLUMN share.exclusive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.exclusive IS 'Whether the share holds the one slot of its target and visibility; fixed at creation.';


--
-- Name: COLUMN share.epoch; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.epoch IS 'Goes up when what was signed before must no longer count.';


--
-- Name: COLUMN share.rotation; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.rotation IS 'How often the address was taken away at once: visits by an earlier one are over.';


--
-- Name: COLUMN share.starts_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.starts_at IS 'When the share begins to be active, null for at once.';


--
-- Name: COLUMN share.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.expires_at IS 'When the share ends, null for never.';


--
-- Name: COLUMN share.exhausted_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.exhausted_at IS 'When the last allowed opening was taken, null while some are left.';


--
-- Name: COLUMN share.disabled_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.disabled_at IS 'When the share was switched off, null while it is on.';


--
-- Name: COLUMN share.revoked_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.revoked_at IS 'When the share was revoked for good.';


--
-- Name: COLUMN share.revoked_reason; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.revoked_reason IS 'Why it was revoked.';


--
-- Name: COLUMN share.id_ends_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.id_ends_at IS 'When the id stops being an address, null for never: set when the address was rotated.';


--
-- Name: COLUMN share.deleted_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.deleted_at IS 'When the share was deleted.';


--
-- Name: COLUMN share.is_deleted; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.is_deleted IS 'Whether deleted_at is set. Indexes ask this: of a boolean the planner assumes half, of a null next to nothing.';


--
-- Name: COLUMN share.ended_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.ended_at IS 'When the share gave up its slot.';


--
-- Name: COLUMN share.target_deleted; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.target_deleted IS 'False until ended_at is set, then null: ties a living share to a living file and segment.';


--
-- Name: COLUMN share.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.created_at IS 'When the share was made.';


--
-- Name: COLUMN share.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share.updated_at IS 'When the share was last changed.';


--
-- Name: CONSTRAINT share_description_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_description_check ON share.share IS 'At most 10,000 characters, no control characters but tab and line breaks.';


--
-- Name: CONSTRAINT share_ended_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_ended_check ON share.share IS 'What is deleted or revoked has given up its slot.';


--
-- Name: CONSTRAINT share_epoch_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_epoch_check ON share.share IS 'Counts from 1.';


--
-- Name: CONSTRAINT share_metadata_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_metadata_check ON share.share IS 'A JSON object of at most 1 MiB as text.';


--
-- Name: CONSTRAINT share_owner_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_owner_check ON share.share IS '1 to 255 characters, no control characters.';


--
-- Name: CONSTRAINT share_permissions_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_permissions_check ON share.share IS 'Known permissions, at least one.';


--
-- Name: CONSTRAINT share_reason_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_reason_check ON share.share IS 'At most 500 characters, no control characters.';


--
-- Name: CONSTRAINT share_restrictions_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_restrictions_check ON share.share IS 'A JSON object of at most 64 KiB as text.';


--
-- Name: CONSTRAINT share_rotation_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_rotation_check ON share.share IS 'Counts from 0.';


--
-- Name: CONSTRAINT share_starts_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_starts_check ON share.share IS 'Begins at some time.';


--
-- Name: CONSTRAINT share_terms_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_terms_check ON share.share IS 'At most 100,000 characters, and a version of 1 to 100, no control characters but tab and line breaks in the text.';


--
-- Name: CONSTRAINT share_terms_version_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_terms_version_check ON share.share IS 'Terms have a version.';


--
-- Name: CONSTRAINT share_title_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_title_check ON share.share IS 'At most 500 characters, no control characters.';


--
-- Name: CONSTRAINT share_watermark_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_watermark_check ON share.share IS '1 to 200 characters, no control characters.';


--
-- Name: CONSTRAINT share_window_check ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_window_check ON share.share IS 'Begins before it ends.';


--
-- Name: share_password; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.share_password (
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    hash text NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);


ALTER TABLE share.share_password OWNER TO share_owner;

--
-- Name: TABLE share_password; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.share_password IS 'Hashes of shares'' passwords. Readable by share_owner only.';


--
-- Name: COLUMN share_password.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share_password.account_id IS 'Account.';


--
-- Name: COLUMN share_password.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share_password.share_id IS 'Share.';


--
-- Name: COLUMN share_password.hash; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share_password.hash IS 'Argon2id hash in the PHC string format.';


--
-- Name: COLUMN share_password.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.share_password.updated_at IS 'When the password was set.';


--
-- Name: shares; Type: VIEW; Schema: share; Owner: share_owner
--

CREATE VIEW share.shares WITH (security_invoker='true') AS
 SELECT s.share_id AS id,
    s.account_id,
    s.file_id,
    s.file_segment_id,
    s.owner_id,
    s.title,
    s.description,
    s.metadata,
    s.visibility,
    s.link_preview,
    share.share_state_at(s.deleted_at, s.revoked_at, s.exhausted_at, s.ended_at, s.expires_at, s.disabled_at, s.starts_at, statement_timestamp()) AS state,
    (
        CASE
            WHEN (s.file_segment_id IS NULL) THEN 'file'::text
            ELSE 'file_segment'::text
        END)::share.asset_type AS asset_type,
    s.created_at,
    s.updated_at,
    s.starts_at,
    s.expires_at
   FROM share.share s
  WHERE (NOT s.is_deleted);


ALTER TABLE share.shares OWNER TO share_owner;

--
-- Name: VIEW shares; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON VIEW share.shares IS 'Shares that are not deleted, with their state now and nothing signed.';


--
-- Name: COLUMN shares.id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.id IS 'Id of the share.';


--
-- Name: COLUMN shares.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.account_id IS 'Account that owns the share.';


--
-- Name: COLUMN shares.file_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.file_id IS 'File that is shared.';


--
-- Name: COLUMN shares.file_segment_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.file_segment_id IS 'Segment that is shared, null for the whole file.';


--
-- Name: COLUMN shares.owner_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.owner_id IS 'The application''s id of the user who owns the share.';


--
-- Name: COLUMN shares.title; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.title IS 'Title to show.';


--
-- Name: COLUMN shares.description; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.description IS 'Description to show.';


--
-- Name: COLUMN shares.metadata; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.metadata IS 'The application''s own data, a JSON object.';


--
-- Name: COLUMN shares.visibility; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.visibility IS 'Who may open the share.';


--
-- Name: COLUMN shares.link_preview; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.link_preview IS 'How much of a private share a link card may show.';


--
-- Name: COLUMN shares.state; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.state IS 'Life of the link now.';


--
-- Name: COLUMN shares.asset_type; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.asset_type IS 'Whether a file or a segment is shared.';


--
-- Name: COLUMN shares.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.created_at IS 'When the share was made.';


--
-- Name: COLUMN shares.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.updated_at IS 'When the share was last changed.';


--
-- Name: COLUMN shares.starts_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.starts_at IS 'When the share begins to be active, null for at once.';


--
-- Name: COLUMN shares.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.shares.expires_at IS 'When the share ends, null for never.';


--
-- Name: signing_key; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.signing_key (
    account_id uuid NOT NULL,
    kid text NOT NULL COLLATE pg_catalog."C",
    algorithm text NOT NULL,
    secret bytea NOT NULL,
    state text DEFAULT 'current'::text NOT NULL,
    valid_from timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    valid_until timestamp with time zone,
    replaced_by text COLLATE pg_catalog."C",
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);
ALTER TABLE ONLY share.signing_key ALTER COLUMN secret SET STORAGE PLAIN;


ALTER TABLE share.signing_key OWNER TO share_owner;

--
-- Name: TABLE signing_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.signing_key IS 'Keys that sign URLs, and those of the tokens of visits and recipients. Readable by share_owner only; dumps contain it in clear text.';


--
-- Name: COLUMN signing_key.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.account_id IS 'Account that the key belongs to, the nil UUID for the installation.';


--
-- Name: COLUMN signing_key.kid; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.kid IS 'Id of the key, unique in the installation: a token names nothing else.';


--
-- Name: COLUMN signing_key.algorithm; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.algorithm IS 'What the key is for, as HS256: belongs to the key, never to a token (RFC 8725 section 3.1).';


--
-- Name: COLUMN signing_key.secret; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.secret IS 'The secret, of a length that the algorithm takes.';


--
-- Name: COLUMN signing_key.state; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.state IS 'standby (made, not used yet), current (signs), previous (still verifies) or revoked.';


--
-- Name: COLUMN signing_key.valid_from; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.valid_from IS 'When the key begins to count.';


--
-- Name: COLUMN signing_key.valid_until; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.valid_until IS 'When the key ends to count, null for never.';


--
-- Name: COLUMN signing_key.replaced_by; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.replaced_by IS 'Key that takes over at the next rotation or has taken over.';


--
-- Name: COLUMN signing_key.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.signing_key.created_at IS 'When the key was made.';


--
-- Name: slug; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.slug (
    slug text NOT NULL,
    skeleton text NOT NULL,
    account_id uuid NOT NULL,
    share_id uuid NOT NULL,
    ends_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);


ALTER TABLE share.slug OWNER TO share_owner;

--
-- Name: TABLE slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.slug IS 'Chosen addresses of shares, unique in the installation. Old ones keep leading to their share until they are taken away.';


--
-- Name: COLUMN slug.slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.slug IS 'The address: NFC, lower case, letters, digits and hyphens.';


--
-- Name: COLUMN slug.skeleton; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.skeleton IS 'Its skeleton (UTS #39 section 4): addresses that look alike have the same.';


--
-- Name: COLUMN slug.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.account_id IS 'Account.';


--
-- Name: COLUMN slug.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.share_id IS 'Share that it leads to.';


--
-- Name: COLUMN slug.ends_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.ends_at IS 'When it stops leading there, null for never; it stays taken.';


--
-- Name: COLUMN slug.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.slug.created_at IS 'When it was taken.';


--
-- Name: visit; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.visit (
    account_id uuid NOT NULL,
    visit_id uuid NOT NULL,
    share_id uuid NOT NULL,
    recipient_id uuid,
    user_id text,
    email text,
    unlocked boolean DEFAULT false NOT NULL,
    terms_version text,
    started_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    opened_at timestamp with time zone,
    played_at timestamp with time zone,
    downloaded_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    is_bot boolean DEFAULT false NOT NULL,
    rotation integer DEFAULT 0 NOT NULL
)
WITH (fillfactor='85');


ALTER TABLE share.visit OWNER TO share_owner;

--
-- Name: TABLE visit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.visit IS 'Openings of shares by someone. What its token opens ends with it; caps count visits.';


--
-- Name: COLUMN visit.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.account_id IS 'Account.';


--
-- Name: COLUMN visit.visit_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.visit_id IS 'Id of the visit; its token is signed.';


--
-- Name: COLUMN visit.share_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.share_id IS 'Share.';


--
-- Name: COLUMN visit.recipient_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.recipient_id IS 'Recipient whose link was used.';


--
-- Name: COLUMN visit.user_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.user_id IS 'The application''s id of the user who was signed in.';


--
-- Name: COLUMN visit.email; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.email IS 'Mail address that was proved by a code.';


--
-- Name: COLUMN visit.unlocked; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.unlocked IS 'Whether the password was given.';


--
-- Name: COLUMN visit.terms_version; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.terms_version IS 'Version of the terms that was accepted.';


--
-- Name: COLUMN visit.started_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.started_at IS 'When it began.';


--
-- Name: COLUMN visit.opened_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.opened_at IS 'When it was counted as an opening.';


--
-- Name: COLUMN visit.played_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.played_at IS 'When it was counted as a play.';


--
-- Name: COLUMN visit.downloaded_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.downloaded_at IS 'When it was counted as a download.';


--
-- Name: COLUMN visit.expires_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.expires_at IS 'When its token stops to count.';


--
-- Name: COLUMN visit.is_bot; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.is_bot IS 'Whether it was a preview bot or a crawler.';


--
-- Name: COLUMN visit.rotation; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.visit.rotation IS 'That of the share when the visit began; by an address that was taken away since, nobody goes on.';


--
-- Name: webhook; Type: TABLE; Schema: share; Owner: share_owner
--

CREATE TABLE share.webhook (
    account_id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    url text NOT NULL,
    kinds text[] NOT NULL,
    kid text NOT NULL COLLATE pg_catalog."C",
    previous_kid text COLLATE pg_catalog."C",
    disabled_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    CONSTRAINT webhook_kinds_check CHECK (((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 50))),
    CONSTRAINT webhook_url_check CHECK (((length(url) <= 2048) AND (url ~ '^https?://[^/?#@\x01-\x20\x7F-\x9F]+([/?][^#\x01-\x20\x7F-\x9F]*)?$'::text)))
);


ALTER TABLE share.webhook OWNER TO share_owner;

--
-- Name: TABLE webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TABLE share.webhook IS 'Addresses that are told of an account''s events.';


--
-- Name: COLUMN webhook.account_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.account_id IS 'Account.';


--
-- Name: COLUMN webhook.webhook_id; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.webhook_id IS 'Id of the webhook.';


--
-- Name: COLUMN webhook.url; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.url IS 'Where the requests go: https, or http on loopback.';


--
-- Name: COLUMN webhook.kinds; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.kinds IS 'Kinds of events that it is told of: share.created, all of a noun as share.*, or * for all.';


--
-- Name: COLUMN webhook.kid; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.kid IS 'Key that signs its requests; for nothing else.';


--
-- Name: COLUMN webhook.previous_kid; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.previous_kid IS 'Key that signs beside it until the receiver knows the new one.';


--
-- Name: COLUMN webhook.disabled_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.disabled_at IS 'Since when it is told nothing.';


--
-- Name: COLUMN webhook.created_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.created_at IS 'When the webhook was made.';


--
-- Name: COLUMN webhook.updated_at; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON COLUMN share.webhook.updated_at IS 'When the webhook was last changed.';


--
-- Name: CONSTRAINT webhook_kinds_check ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_kinds_check ON share.webhook IS '1 to 50 kinds.';


--
-- Name: CONSTRAINT webhook_url_check ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_url_check ON share.webhook IS 'http or https, host, optional port, path and query; no user or fragment; at most 2,048 characters.';


--
-- Name: event_2026_11; Type: TABLE ATTACH; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event ATTACH PARTITION share.event_2026_11 FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');


--
-- Name: event_2026_12; Type: TABLE ATTACH; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event ATTACH PARTITION share.event_2026_12 FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');


--
-- Name: event_2027_01; Type: TABLE ATTACH; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event ATTACH PARTITION share.event_2027_01 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');


--
-- Name: event_2027_02; Type: TABLE ATTACH; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event ATTACH PARTITION share.event_2027_02 FOR VALUES FROM ('2027-02-01 00:00:00+00') TO ('2027-03-01 00:00:00+00');


--
-- Name: event_default; Type: TABLE ATTACH; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event ATTACH PARTITION share.event_default DEFAULT;


--
-- Data for Name: app_item; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.app_item (item_id, account_id, share_id) FROM stdin;
\.


--
-- Data for Name: app_log; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.app_log (share_id) FROM stdin;
01a1ff85-b126-73a9-ba56-c23c7a083482
01a1ff85-b12e-7623-a3b9-02a84b1f5024
01a1ff85-b13c-7636-9baf-caa95b2336d9
01a1ff85-b13f-7344-a0ed-984544fe06ee
01a1ff85-b14b-706e-80e7-0c27781d654c
01a1ff85-b17a-7094-8136-56c3e0f13904
\.


--
-- Data for Name: access_request; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.access_request (account_id, request_id, share_id, user_id, email, name, message, state, decided_by, decided_at, recipient_id, created_at) FROM stdin;
\.


--
-- Data for Name: account; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.account (account_id, name, metadata, stream_delivery, download_delivery, preview_delivery, policy, created_at, updated_at) FROM stdin;
00000000-0000-0000-0000-000000000000	installation	{}	\N	\N	\N	{}	2026-11-21 19:11:53.718401+00	2026-11-21 19:11:53.718401+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	Acme	{}	edge	edge	edge	{}	2026-11-21 19:11:54.086572+00	2026-11-21 19:11:54.086572+00
\.


--
-- Data for Name: api_key; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.api_key (account_id, api_key_id, name, prefix, hash, role, created_by, created_at, expires_at, revoked_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b58f-76cc-90e4-566fcf75d789	reads	pgs_d7a1461c76bb	\\x90721bef13ad56c3d10970c2305af88506ed65cf0a51d1a7dc10831a5134a82d	viewer	postgres	2026-11-21 19:11:55.27927+00	\N	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b593-7290-ab3e-66ba4a56abb6	revoked	pgs_ff2a8e20f867	\\x76ce141970f3437d68224da7ca89805439c0b57df7f5137f67d29ed4246341c1	editor	postgres	2026-11-21 19:11:55.283407+00	\N	2026-11-21 19:11:55.283407+00
\.


--
-- Data for Name: api_key_use; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.api_key_use (account_id, api_key_id, last_used_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b58f-76cc-90e4-566fcf75d789	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b593-7290-ab3e-66ba4a56abb6	\N
\.


--
-- Data for Name: cap; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.cap (account_id, share_id, kind, maximum, used) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	downloads	2	0
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	opens	5	4
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	plays	3	1
\.


--
-- Data for Name: delivery; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.delivery (account_id, name, scheme, base_url, key_account_id, kid, uses, options, refuses_final_digit, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	edge	uri_signing	https://cdn.example.com	00000000-0000-0000-0000-000000000000	kaee0a14e1ddc	{stream,download,preview}	{}	f	2026-11-21 19:11:54.101429+00	2026-11-21 19:11:54.225602+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	nginx	nginx_secure_link	https://media.example.com	00000000-0000-0000-0000-000000000000	k63431ef2c79a	{stream,download,preview}	{}	f	2026-11-21 19:11:55.292362+00	2026-11-21 19:11:55.292362+00
\.


--
-- Data for Name: drive; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.drive (account_id, drive_id, name, is_default, policy, created_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0ed-7355-b795-0eb63a77d9de	default	t	{}	2026-11-21 19:11:54.086572+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b116-7199-9770-a9acef4f6c53	archive	f	{}	2026-11-21 19:11:54.134188+00
\.


--
-- Data for Name: email_code; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.email_code (account_id, share_id, email, code_hash, tries, sent_at, expires_at, sent, counted_from) FROM stdin;
\.


--
-- Data for Name: email_code_count; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.email_code_count (account_id, share_id, address, requests, counted_from) FROM stdin;
\.


--
-- Data for Name: event_2026_11; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.event_2026_11 (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot) FROM stdin;
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:53.718401+00	01a1ff85-b0de-77a0-aff5-c3fa6244d765	\N	key.created	service	postgres	{"kid": "kc0623c29e6bc", "revealed": false, "algorithm": "share_token"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.086572+00	01a1ff85-b0ee-73b1-a376-21f0d709853a	\N	account.created	service	postgres	{"name": "Acme"}	\N	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:54.0974+00	01a1ff85-b0f3-7739-b92a-c78f76a433ef	\N	key.created	service	postgres	{"kid": "kbd3568561bf8", "revealed": false, "algorithm": "HS256"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.101429+00	01a1ff85-b0fb-750c-84c8-47670d4fcf5e	\N	delivery.created	service	postgres	{"kid": "kbd3568561bf8", "name": "edge", "scheme": "uri_signing", "base_url": "https://cdn.example.com"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.109032+00	01a1ff85-b0ff-7255-9ab9-14380032b2e0	\N	file.created	service	postgres	{"path": "/film.mp4", "file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.11404+00	01a1ff85-b108-7672-bb01-eb9ae585800f	\N	origin.put	service	postgres	{"kind": "stream", "file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "origin_id": "01a1ff85-b107-7435-b5d4-c2b964679269"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.11404+00	01a1ff85-b10b-71b1-99d0-f6fc58f8aa37	\N	origin.put	service	postgres	{"kind": "source", "file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "origin_id": "01a1ff85-b10b-71b1-99d0-f6fb224d56b1"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.11404+00	01a1ff85-b10e-7213-96a0-af4d3b8b10ad	\N	origin.put	service	postgres	{"kind": "thumbnail", "file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "origin_id": "01a1ff85-b10d-7639-bddc-3f2ad29de83f"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.127616+00	01a1ff85-b111-7261-8d56-0c14b8461a0a	\N	member.added	service	postgres	{"role": "owner", "user_id": "ada"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.130555+00	01a1ff85-b114-7093-b504-066904703b95	\N	webhook.created	service	postgres	{"kid": "k259610fcc8b7", "kinds": ["share.*", "file.*"], "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.134188+00	01a1ff85-b116-7199-9770-a9ad8d94252f	\N	drive.created	service	postgres	{"name": "archive", "drive_id": "01a1ff85-b116-7199-9770-a9acef4f6c53"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.136039+00	01a1ff85-b118-7152-ab43-bd5d21e6cb6f	\N	file.created	service	postgres	{"path": "/put.mp3", "file_id": "01a1ff85-b118-7152-ab43-bd5cf8273096"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.146568+00	01a1ff85-b124-77f3-b89e-0d4595e3dd7d	\N	segment.created	service	postgres	{"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "file_segment_id": "01a1ff85-b122-777d-9259-7c8d7dc757d9"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.149817+00	01a1ff85-b129-7692-8054-8eb790c70000	01a1ff85-b126-73a9-ba56-c23c7a083482	share.created	service	postgres	{"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "private"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.158308+00	01a1ff85-b12f-73a3-9da3-ed8d70c6db9b	01a1ff85-b12e-7623-a3b9-02a84b1f5024	share.created	service	postgres	{"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "public", "file_segment_id": "01a1ff85-b122-777d-9259-7c8d7dc757d9"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.161642+00	01a1ff85-b132-77c1-9183-8280cef8d0af	\N	file.created	service	postgres	{"path": "/expired.mp4", "file_id": "01a1ff85-b131-7330-a503-280dae481f70"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.16407+00	01a1ff85-b136-728e-b74d-ad42b8e6a63c	\N	origin.put	service	postgres	{"kind": "stream", "file_id": "01a1ff85-b131-7330-a503-280dae481f70", "origin_id": "01a1ff85-b136-728e-b74d-ad41f28214f3"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.16407+00	01a1ff85-b139-76af-bf33-d610be268eff	\N	origin.put	service	postgres	{"kind": "source", "file_id": "01a1ff85-b131-7330-a503-280dae481f70", "origin_id": "01a1ff85-b138-760c-89e7-2083008da528"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.16407+00	01a1ff85-b13b-7610-9396-9582df47c9c3	\N	origin.put	service	postgres	{"kind": "thumbnail", "file_id": "01a1ff85-b131-7330-a503-280dae481f70", "origin_id": "01a1ff85-b13a-73ee-bd53-a47bbc1df5ac"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.172402+00	01a1ff85-b13d-73a5-9c47-f645abb8b700	01a1ff85-b13c-7636-9baf-caa95b2336d9	share.created	service	postgres	{"file_id": "01a1ff85-b131-7330-a503-280dae481f70", "visibility": "private"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.175763+00	01a1ff85-b141-761c-993f-7e609f001d7c	01a1ff85-b13c-7636-9baf-caa95b2336d9	share.expired	service	postgres	{"expires_at": "2026-11-21T19:11:53.174836+00:00"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.175763+00	01a1ff85-b141-761c-993f-7e6260a07d78	01a1ff85-b13f-7344-a0ed-984544fe06ee	share.created	service	postgres	{"file_id": "01a1ff85-b131-7330-a503-280dae481f70", "visibility": "private"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.179557+00	01a1ff85-b144-7427-92e9-11840f2dc7bd	\N	file.created	service	postgres	{"path": "/deleted.mp4", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.181421+00	01a1ff85-b147-74f7-b515-6a0702290032	\N	origin.put	service	postgres	{"kind": "stream", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "origin_id": "01a1ff85-b147-74f7-b515-6a06bc9bffc5"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.181421+00	01a1ff85-b149-7129-a454-7337408fa4c0	\N	origin.put	service	postgres	{"kind": "source", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "origin_id": "01a1ff85-b148-71ae-83d7-8fef31ef29cf"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.181421+00	01a1ff85-b14a-72dd-bf22-d607d38e18c5	\N	origin.put	service	postgres	{"kind": "thumbnail", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "origin_id": "01a1ff85-b14a-72dd-bf22-d6064511cc93"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.187829+00	01a1ff85-b14c-75c7-bc46-594684ff1c86	01a1ff85-b14b-706e-80e7-0c27781d654c	share.created	service	postgres	{"file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "visibility": "private"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.190113+00	01a1ff85-b150-76c6-924f-0f60ba907ed4	01a1ff85-b14b-706e-80e7-0c27781d654c	share.deleted	service	postgres	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.194191+00	01a1ff85-b154-75bc-86c5-07f36a873dd8	\N	file.deleted	service	postgres	{"file_id": "01a1ff85-b143-7275-a589-4b52692f2176"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.214468+00	01a1ff85-b166-767b-89bd-58cfecba2383	01a1ff85-b126-73a9-ba56-c23c7a083482	share.opened	service	postgres	{}	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0e9-737b-b8d2-db973293abb0	why not	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.214468+00	01a1ff85-b168-77d3-b8ce-e9c8f9c5ffbc	01a1ff85-b12e-7623-a3b9-02a84b1f5024	share.opened	service	postgres	{}	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0e9-737b-b8d2-db973293abb0	why not	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.214468+00	01a1ff85-b169-74a3-8f6a-c07c181d0e95	01a1ff85-b13c-7636-9baf-caa95b2336d9	share.opened	service	postgres	{}	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0e9-737b-b8d2-db973293abb0	why not	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.214468+00	01a1ff85-b169-74a3-8f6a-c07ed676656a	01a1ff85-b13f-7344-a0ed-984544fe06ee	share.opened	service	postgres	{}	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0e9-737b-b8d2-db973293abb0	why not	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.214468+00	01a1ff85-b169-74a3-8f6a-c080709cac21	01a1ff85-b14b-706e-80e7-0c27781d654c	share.opened	service	postgres	{}	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0e9-737b-b8d2-db973293abb0	why not	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.218896+00	01a1ff85-b16f-77c9-914a-ee1aa3b517d6	\N	recipient.redacted	service	postgres	{"events": 5}	01a1ff85-b0e9-737b-b8d2-db973293abb0	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:54.225602+00	01a1ff85-b174-7656-958c-a2b3878f46fb	\N	key.rotated	service	postgres	{"kid": "kaee0a14e1ddc", "revealed": false, "previous_kid": "kbd3568561bf8", "previous_valid_until": "2026-11-29T19:11:54.227808+00:00"}	\N	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:54.230085+00	01a1ff85-b177-708b-9d68-ee6701eb7019	\N	key.prepared	service	postgres	{"kid": "kadffbc99b440", "revealed": false, "previous_kid": "kaee0a14e1ddc"}	\N	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:54.232126+00	01a1ff85-b178-7464-8844-eb763dd4c501	\N	key.created	service	postgres	{"kid": "k110abe125892", "revealed": false, "algorithm": "HS256"}	\N	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:54.233154+00	01a1ff85-b179-717d-8604-50adab4fd3da	\N	key.revoked	service	postgres	{"kid": "k110abe125892"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.234304+00	01a1ff85-b1b6-7272-ad01-af8b8d9dec77	01a1ff85-b17a-7094-8136-56c3e0f13904	recipient.added	service	postgres	{"email": "bob@example.com"}	01a1ff85-b1b4-7431-aaf9-2598a38004bc	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.234304+00	01a1ff85-b1b6-7272-ad01-af8d133833b1	01a1ff85-b17a-7094-8136-56c3e0f13904	recipient.added	service	postgres	{"user_id": "eve"}	01a1ff85-b1b6-7272-ad01-af8c69d03890	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.234304+00	01a1ff85-b1b6-7272-ad01-af8e6b7e73bd	01a1ff85-b17a-7094-8136-56c3e0f13904	share.created	service	postgres	{"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "public"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.298585+00	01a1ff85-b1bf-70ee-b917-0a64c47ebae7	01a1ff85-b17a-7094-8136-56c3e0f13904	share.updated	service	postgres	{"changed": ["slug", "recipients_only"]}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.305766+00	01a1ff85-b1c4-74d3-8c28-1709f23473eb	01a1ff85-b17a-7094-8136-56c3e0f13904	recipient.removed	service	postgres	{}	01a1ff85-b1b6-7272-ad01-af8c69d03890	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.309339+00	01a1ff85-b1ec-7201-ab3d-52893401d8c7	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	service	postgres	{}	\N	\N	\N	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.309339+00	01a1ff85-b20c-7243-9817-487bb8af985d	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	service	postgres	{}	\N	\N	\N	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.309339+00	01a1ff85-b232-718c-9fdb-074d42e7ce3e	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	service	postgres	{}	\N	\N	\N	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.424564+00	01a1ff85-b259-77dc-9c71-d6768d7d19a0	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	service	postgres	{}	\N	\N	\N	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.424564+00	01a1ff85-b262-70b0-b7ce-20d8855cabd0	01a1ff85-b17a-7094-8136-56c3e0f13904	share.played	service	postgres	{"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40"}	\N	01a1ff85-b25a-74a1-9188-418530f9ea79	\N	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b287-7357-bf0c-0cbcabbd3a6a	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b2a8-75b6-8d11-31e4321b394e	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b2be-707e-871b-8baa73dc32d9	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b321-7521-889e-a2fa953b3b4d	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b387-769d-9c49-f81c6ccb01c1	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b3ed-7225-aac4-94be5fc8ba3a	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b452-755a-8d8d-8ab70fd2f1c6	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b469-739f-abd9-e5860b2c085a	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b47f-72d3-86e3-f27dc087a20a	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b496-7405-9aa8-255c86419378	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b4ac-74f0-a067-904e1115d118	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b4c1-72a4-840d-fe9af961642d	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b4d7-726e-aed8-5869e99dde59	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b4ee-7020-bc9d-f377f552205c	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b504-72d5-863f-900474805e16	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b51a-70af-acda-61d2cc868770	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b530-76e5-a583-aeaedacc9a7a	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b549-72dd-83ce-04e273a83129	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b561-7673-9b69-31736038b381	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b579-7314-a279-57eab5fd027b	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	wrong_password	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b57b-72a7-98e7-eab620452ce1	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	locked	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b57c-7258-a785-52d47cbaafc4	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	locked	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b57e-7786-bf31-b45dad6828fe	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	locked	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:54.469354+00	01a1ff85-b57f-716d-afc1-a953fde39d53	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	locked	192.0.2.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.266001+00	01a1ff85-b582-747e-8778-b4cce7659c22	01a1ff85-b17a-7094-8136-56c3e0f13904	share.refused	service	postgres	{}	\N	\N	address_refused	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.268561+00	01a1ff85-b585-7227-a51e-56c512c86865	\N	webhook.created	service	postgres	{"kid": "kb9d6b7747262", "kinds": ["share.*"], "webhook_id": "01a1ff85-b584-71e4-b34e-59221d8af1dc"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.270674+00	01a1ff85-b588-735f-b4a3-d481f40de258	01a1ff85-b17a-7094-8136-56c3e0f13904	share.updated	service	postgres	{"changed": ["expires_at"]}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.27927+00	01a1ff85-b592-7313-8837-98999af37e23	\N	api_key.created	service	postgres	{"name": "reads", "role": "viewer", "prefix": "pgs_d7a1461c76bb", "api_key_id": "01a1ff85-b58f-76cc-90e4-566fcf75d789"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.283407+00	01a1ff85-b594-7214-b20d-a2915f0a0c50	\N	api_key.created	service	postgres	{"name": "revoked", "role": "editor", "prefix": "pgs_ff2a8e20f867", "api_key_id": "01a1ff85-b593-7290-ab3e-66ba4a56abb6"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.283407+00	01a1ff85-b594-7214-b20d-a292961d11f6	\N	api_key.revoked	service	postgres	{"api_key_id": "01a1ff85-b593-7290-ab3e-66ba4a56abb6"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.286328+00	01a1ff85-b596-77d4-8ddf-38025f0fe044	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
00000000-0000-0000-0000-000000000000	2026-11-21 19:11:55.292362+00	01a1ff85-b59d-7258-888e-4f8ae115cb78	\N	key.created	service	postgres	{"kid": "k63431ef2c79a", "revealed": false, "algorithm": "MD5"}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-11-21 19:11:55.292362+00	01a1ff85-b59e-72f1-a768-b3111ef6fd2e	\N	delivery.created	service	postgres	{"kid": "k63431ef2c79a", "name": "nginx", "scheme": "nginx_secure_link", "base_url": "https://media.example.com"}	\N	\N	\N	\N	f
\.


--
-- Data for Name: event_2026_12; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.event_2026_12 (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-12-21 19:11:55.286328+00	01a1ff85-b596-77d4-8ddf-3803ab7e72f5	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
\.


--
-- Data for Name: event_2027_01; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.event_2027_01 (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	2027-01-21 19:11:55.286328+00	01a1ff85-b597-7551-ba2c-b611f05e61c4	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
\.


--
-- Data for Name: event_2027_02; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.event_2027_02 (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	2027-02-21 19:11:55.286328+00	01a1ff85-b597-7551-ba2c-b612a89a97af	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
\.


--
-- Data for Name: event_default; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.event_default (account_id, at, event_id, share_id, kind, actor_kind, actor, detail, recipient_id, visit_id, reason, address, is_bot) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	2020-01-01 00:00:00+00	9f1d5060-2651-465f-b7c6-b45313c15f88	\N	share.opened	visitor	\N	{}	\N	\N	\N	203.0.113.0/24	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-08-21 19:11:55.286328+00	01a1ff85-b596-77d4-8ddf-37fff55ea3e5	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-09-21 19:11:55.286328+00	01a1ff85-b596-77d4-8ddf-3800f2cae97c	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2026-10-21 19:11:55.286328+00	01a1ff85-b596-77d4-8ddf-3801cb95e5b9	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2027-03-21 19:11:55.286328+00	01a1ff85-b597-7551-ba2c-b61393a73535	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2027-04-21 19:11:55.286328+00	01a1ff85-b597-7551-ba2c-b614a282a549	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
01a1ff85-b0e9-737b-b8d2-db973293abb0	2027-05-21 19:11:55.286328+00	01a1ff85-b597-7551-ba2c-b61554b3a98f	01a1ff85-b17a-7094-8136-56c3e0f13904	share.opened	visitor	\N	{}	\N	\N	\N	\N	f
\.


--
-- Data for Name: file; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.file (account_id, file_id, drive_id, external_id, path, media_type, mime_type, bytes, duration_seconds, status, metadata, stream_delivery, download_delivery, preview_delivery, created_at, updated_at, deleted_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b0fd-767d-936f-e7b3e713aa40	01a1ff85-b0ed-7355-b795-0eb63a77d9de	\N	/film.mp4	video	video/mp4	1048576	8	completed	{}	\N	\N	\N	2026-11-21 19:11:54.109032+00	2026-11-21 19:11:54.109032+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b118-7152-ab43-bd5cf8273096	01a1ff85-b0ed-7355-b795-0eb63a77d9de	x-1	/put.mp3	audio	\N	\N	\N	pending	{"a": null}	\N	\N	\N	2026-11-21 19:11:54.136039+00	2026-11-21 19:11:54.136039+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b131-7330-a503-280dae481f70	01a1ff85-b0ed-7355-b795-0eb63a77d9de	\N	/expired.mp4	video	video/mp4	1048576	8	completed	{}	\N	\N	\N	2026-11-21 19:11:54.161642+00	2026-11-21 19:11:54.161642+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b143-7275-a589-4b52692f2176	01a1ff85-b0ed-7355-b795-0eb63a77d9de	\N	/deleted.mp4	video	video/mp4	1048576	8	completed	{}	\N	\N	\N	2026-11-21 19:11:54.179557+00	2026-11-21 19:11:54.194191+00	2026-11-21 19:11:54.194191+00
\.


--
-- Data for Name: item; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.item (account_id, share_id, item_id, ordinal, file_id, file_segment_id, drive_id, folder) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	01a1ff85-b1b1-7114-8fbd-9b5f1b08a2c4	1	\N	\N	01a1ff85-b0ed-7355-b795-0eb63a77d9de	/a/
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	01a1ff85-b1b3-7513-9772-3e241bf453cd	2	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	\N	\N
\.


--
-- Data for Name: job; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.job (account_id, job_id, kind, share_id, payload, state, attempts, max_attempts, run_at, lease_until, worker, last_error, result, deduplicate, created_at, finished_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b141-761c-993f-7e61d8670e52	webhook	01a1ff85-b13c-7636-9baf-caa95b2336d9	{"event": {"at": "2026-11-21T19:11:54.175Z", "id": "01a1ff85-b141-761c-993f-7e609f001d7c", "kind": "share.expired", "detail": {"expires_at": "2026-11-21T19:11:53.174836+00:00"}, "share_id": "01a1ff85-b13c-7636-9baf-caa95b2336d9", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.175763+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.175763+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b142-7518-a502-07f320c9e4a5	webhook	01a1ff85-b13f-7344-a0ed-984544fe06ee	{"event": {"at": "2026-11-21T19:11:54.175Z", "id": "01a1ff85-b141-761c-993f-7e6260a07d78", "kind": "share.created", "detail": {"file_id": "01a1ff85-b131-7330-a503-280dae481f70", "visibility": "private"}, "share_id": "01a1ff85-b13f-7344-a0ed-984544fe06ee", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.175763+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.175763+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b144-7427-92e9-1185b65542ea	webhook	\N	{"event": {"at": "2026-11-21T19:11:54.179Z", "id": "01a1ff85-b144-7427-92e9-11840f2dc7bd", "kind": "file.created", "detail": {"path": "/deleted.mp4", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176"}, "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.179557+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.179557+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b14c-75c7-bc46-59478463df4f	webhook	01a1ff85-b14b-706e-80e7-0c27781d654c	{"event": {"at": "2026-11-21T19:11:54.187Z", "id": "01a1ff85-b14c-75c7-bc46-594684ff1c86", "kind": "share.created", "detail": {"file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "visibility": "private"}, "share_id": "01a1ff85-b14b-706e-80e7-0c27781d654c", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.187829+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.187829+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b150-76c6-924f-0f61d70c1b08	webhook	01a1ff85-b14b-706e-80e7-0c27781d654c	{"event": {"at": "2026-11-21T19:11:54.190Z", "id": "01a1ff85-b150-76c6-924f-0f60ba907ed4", "kind": "share.deleted", "detail": {}, "share_id": "01a1ff85-b14b-706e-80e7-0c27781d654c", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.190113+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.190113+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b151-72c1-a715-59097e121537	purge	01a1ff85-b14b-706e-80e7-0c27781d654c	{"epoch": 1, "paths": ["deleted/", "originals/deleted.mp4", "posters/deleted.jpg"], "prefix": "s/01a1ff85-b14b-706e-80e7-0c27781d654c.1/", "file_id": "01a1ff85-b143-7275-a589-4b52692f2176", "share_id": "01a1ff85-b14b-706e-80e7-0c27781d654c", "base_urls": ["https://cdn.example.com"], "file_segment_id": null}	queued	0	12	2026-11-21 19:11:54.190113+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.190113+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b154-75bc-86c5-07f48cff3cdb	webhook	\N	{"event": {"at": "2026-11-21T19:11:54.194Z", "id": "01a1ff85-b154-75bc-86c5-07f36a873dd8", "kind": "file.deleted", "detail": {"file_id": "01a1ff85-b143-7275-a589-4b52692f2176"}, "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.194191+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.194191+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b130-72d3-b84e-6df190acfdcc	webhook	01a1ff85-b12e-7623-a3b9-02a84b1f5024	{"event": {"at": "2026-11-21T19:11:54.158Z", "id": "01a1ff85-b12f-73a3-9da3-ed8d70c6db9b", "kind": "share.created", "detail": {"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "public", "file_segment_id": "01a1ff85-b122-777d-9259-7c8d7dc757d9"}, "share_id": "01a1ff85-b12e-7623-a3b9-02a84b1f5024", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	running	1	12	2026-11-21 19:11:54.158308+00	2026-11-21 19:16:54.197549+00	w	\N	\N	\N	2026-11-21 19:11:54.158308+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b119-744f-9bc2-ce500ecd21e1	webhook	\N	{}	done	1	12	2026-11-21 19:11:54.136039+00	\N	\N	\N	{"status": 204}	\N	2026-11-21 19:11:54.136039+00	2026-11-21 19:11:54.197549+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b13d-73a5-9c47-f646bf2c74fc	webhook	01a1ff85-b13c-7636-9baf-caa95b2336d9	{"event": {"at": "2026-11-21T19:11:54.172Z", "id": "01a1ff85-b13d-73a5-9c47-f645abb8b700", "kind": "share.created", "detail": {"file_id": "01a1ff85-b131-7330-a503-280dae481f70", "visibility": "private"}, "share_id": "01a1ff85-b13c-7636-9baf-caa95b2336d9", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	running	1	12	2026-11-21 19:11:54.172402+00	2026-11-21 19:16:55.275646+00	someone	\N	\N	\N	2026-11-21 19:11:54.172402+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b132-77c1-9183-8281dc1a7424	webhook	\N	{"event": {"at": "2026-11-21T19:11:54.161Z", "id": "01a1ff85-b132-77c1-9183-8280cef8d0af", "kind": "file.created", "detail": {"path": "/expired.mp4", "file_id": "01a1ff85-b131-7330-a503-280dae481f70"}, "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	dead	1	12	2026-11-21 19:11:54.161642+00	\N	\N	no answer	\N	\N	2026-11-21 19:11:54.161642+00	2026-11-21 19:11:55.27786+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b12a-7046-a6f7-5f1f6b80ffc6	webhook	01a1ff85-b126-73a9-ba56-c23c7a083482	{"event": {"at": "2026-11-21T19:11:54.149Z", "id": "01a1ff85-b129-7692-8054-8eb790c70000", "kind": "share.created", "detail": {"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "private"}, "share_id": "01a1ff85-b126-73a9-ba56-c23c7a083482", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	dead	1	12	2026-11-21 19:11:54.149817+00	\N	\N	answered with 404	\N	\N	2026-11-21 19:11:54.149817+00	2026-11-21 19:11:54.197549+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b168-77d3-b8ce-e9c76823620a	webhook	01a1ff85-b126-73a9-ba56-c23c7a083482	{"event": {"at": "2026-11-21T19:11:54.214Z", "id": "01a1ff85-b166-767b-89bd-58cfecba2383", "kind": "share.opened", "detail": {}, "reason": "why not", "share_id": "01a1ff85-b126-73a9-ba56-c23c7a083482", "visit_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "recipient_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.214468+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.214468+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b168-77d3-b8ce-e9c974356cab	webhook	01a1ff85-b12e-7623-a3b9-02a84b1f5024	{"event": {"at": "2026-11-21T19:11:54.214Z", "id": "01a1ff85-b168-77d3-b8ce-e9c8f9c5ffbc", "kind": "share.opened", "detail": {}, "reason": "why not", "share_id": "01a1ff85-b12e-7623-a3b9-02a84b1f5024", "visit_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "recipient_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.214468+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.214468+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b169-74a3-8f6a-c07db3a19a21	webhook	01a1ff85-b13c-7636-9baf-caa95b2336d9	{"event": {"at": "2026-11-21T19:11:54.214Z", "id": "01a1ff85-b169-74a3-8f6a-c07c181d0e95", "kind": "share.opened", "detail": {}, "reason": "why not", "share_id": "01a1ff85-b13c-7636-9baf-caa95b2336d9", "visit_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "recipient_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.214468+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.214468+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b169-74a3-8f6a-c07f48a1e30a	webhook	01a1ff85-b13f-7344-a0ed-984544fe06ee	{"event": {"at": "2026-11-21T19:11:54.214Z", "id": "01a1ff85-b169-74a3-8f6a-c07ed676656a", "kind": "share.opened", "detail": {}, "reason": "why not", "share_id": "01a1ff85-b13f-7344-a0ed-984544fe06ee", "visit_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "recipient_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.214468+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.214468+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b16a-73fc-8671-b63dad9961a2	webhook	01a1ff85-b14b-706e-80e7-0c27781d654c	{"event": {"at": "2026-11-21T19:11:54.214Z", "id": "01a1ff85-b169-74a3-8f6a-c080709cac21", "kind": "share.opened", "detail": {}, "reason": "why not", "share_id": "01a1ff85-b14b-706e-80e7-0c27781d654c", "visit_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0", "recipient_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.214468+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.214468+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1b7-77cb-bb8c-26519058e5c9	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.234Z", "id": "01a1ff85-b1b6-7272-ad01-af8e6b7e73bd", "kind": "share.created", "detail": {"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40", "visibility": "public"}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.234304+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.234304+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1bf-70ee-b917-0a6585c50623	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.298Z", "id": "01a1ff85-b1bf-70ee-b917-0a64c47ebae7", "kind": "share.updated", "detail": {"changed": ["slug", "recipients_only"]}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.298585+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.298585+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1ed-7706-b572-8d460cd4defa	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.309Z", "id": "01a1ff85-b1ec-7201-ab3d-52893401d8c7", "kind": "share.opened", "detail": {}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.309339+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.309339+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b20d-7199-804d-012d339b21e7	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.309Z", "id": "01a1ff85-b20c-7243-9817-487bb8af985d", "kind": "share.opened", "detail": {}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.309339+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.309339+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b233-72e0-bbd6-e63a5c976c1a	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.309Z", "id": "01a1ff85-b232-718c-9fdb-074d42e7ce3e", "kind": "share.opened", "detail": {}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.309339+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.309339+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b25a-74a1-9188-41847f484a7e	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.424Z", "id": "01a1ff85-b259-77dc-9c71-d6768d7d19a0", "kind": "share.opened", "detail": {}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.424564+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.424564+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b263-71dd-86fd-eddf7e67c925	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.424Z", "id": "01a1ff85-b262-70b0-b7ce-20d8855cabd0", "kind": "share.played", "detail": {"file_id": "01a1ff85-b0fd-767d-936f-e7b3e713aa40"}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "visit_id": "01a1ff85-b25a-74a1-9188-418530f9ea79", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.424564+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.424564+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b287-7357-bf0c-0cbd2708e2fc	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b287-7357-bf0c-0cbcabbd3a6a", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b2a8-75b6-8d11-31e587fd3a91	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b2a8-75b6-8d11-31e4321b394e", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b2bf-750b-8391-0a9136a35598	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b2be-707e-871b-8baa73dc32d9", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b322-70ec-a8b1-68550a6e84fa	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b321-7521-889e-a2fa953b3b4d", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b388-76c0-842b-079abe66f3c8	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b387-769d-9c49-f81c6ccb01c1", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b3ed-7225-aac4-94bff0350185	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b3ed-7225-aac4-94be5fc8ba3a", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b453-72d9-adf7-b4bc32b33826	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b452-755a-8d8d-8ab70fd2f1c6", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b46a-7317-8cff-2aff521679ca	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b469-739f-abd9-e5860b2c085a", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b480-7785-99dd-930ad4621a3f	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b47f-72d3-86e3-f27dc087a20a", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b497-7323-a440-7fd0c63ad995	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b496-7405-9aa8-255c86419378", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b4ad-731a-ba3e-c2edcc8a9937	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b4ac-74f0-a067-904e1115d118", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b4c2-76e7-b242-3721e20ba994	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b4c1-72a4-840d-fe9af961642d", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b4d8-7632-8f8c-0e00c978f9f2	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b4d7-726e-aed8-5869e99dde59", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b4ee-7020-bc9d-f378ff78499d	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b4ee-7020-bc9d-f377f552205c", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b505-7346-ac2d-38b62e68080e	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b504-72d5-863f-900474805e16", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b51a-70af-acda-61d37347b785	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b51a-70af-acda-61d2cc868770", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b531-76ba-8164-a029c64a71f5	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b530-76e5-a583-aeaedacc9a7a", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b54a-7136-9514-dd14f95e34ce	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b549-72dd-83ce-04e273a83129", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b562-7359-9ab0-c39d3a36a5e4	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b561-7673-9b69-31736038b381", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b579-7314-a279-57ebb709357c	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b579-7314-a279-57eab5fd027b", "kind": "share.refused", "detail": {}, "reason": "wrong_password", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b57b-72a7-98e7-eab776513316	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b57b-72a7-98e7-eab620452ce1", "kind": "share.refused", "detail": {}, "reason": "locked", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b57d-7624-ae5d-06587daa3e4f	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b57c-7258-a785-52d47cbaafc4", "kind": "share.refused", "detail": {}, "reason": "locked", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b57e-7786-bf31-b45e1f7da354	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b57e-7786-bf31-b45dad6828fe", "kind": "share.refused", "detail": {}, "reason": "locked", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b57f-716d-afc1-a9544d4721ee	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:54.469Z", "id": "01a1ff85-b57f-716d-afc1-a953fde39d53", "kind": "share.refused", "detail": {}, "reason": "locked", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:54.469354+00	\N	\N	\N	\N	\N	2026-11-21 19:11:54.469354+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b583-7368-b517-69f9574e3075	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:55.266Z", "id": "01a1ff85-b582-747e-8778-b4cce7659c22", "kind": "share.refused", "detail": {}, "reason": "address_refused", "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:55.266001+00	\N	\N	\N	\N	\N	2026-11-21 19:11:55.266001+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b588-735f-b4a3-d48222a4def6	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:55.270Z", "id": "01a1ff85-b588-735f-b4a3-d481f40de258", "kind": "share.updated", "detail": {"changed": ["expires_at"]}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b112-725b-b7e5-6952e43ac5f4"}	queued	0	12	2026-11-21 19:11:55.270674+00	\N	\N	\N	\N	\N	2026-11-21 19:11:55.270674+00	\N
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b589-7446-9842-4fa7154dd8a3	webhook	01a1ff85-b17a-7094-8136-56c3e0f13904	{"event": {"at": "2026-11-21T19:11:55.270Z", "id": "01a1ff85-b588-735f-b4a3-d481f40de258", "kind": "share.updated", "detail": {"changed": ["expires_at"]}, "share_id": "01a1ff85-b17a-7094-8136-56c3e0f13904", "account_id": "01a1ff85-b0e9-737b-b8d2-db973293abb0"}, "webhook_id": "01a1ff85-b584-71e4-b34e-59221d8af1dc"}	queued	0	12	2026-11-21 19:11:55.270674+00	\N	\N	\N	\N	\N	2026-11-21 19:11:55.270674+00	\N
\.


--
-- Data for Name: member; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.member (account_id, user_id, name, email, role, database_role, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	ada	\N	\N	owner	\N	2026-11-21 19:11:54.127616+00	2026-11-21 19:11:54.127616+00
\.


--
-- Data for Name: origin; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.origin (account_id, origin_id, file_id, file_segment_id, kind, path, mime_type, bytes, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b107-7435-b5d4-c2b964679269	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	stream	film/master.m3u8	\N	\N	2026-11-21 19:11:54.11404+00	2026-11-21 19:11:54.11404+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b10b-71b1-99d0-f6fb224d56b1	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	source	originals/film.mp4	\N	\N	2026-11-21 19:11:54.11404+00	2026-11-21 19:11:54.11404+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b10d-7639-bddc-3f2ad29de83f	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	thumbnail	posters/film.jpg	\N	\N	2026-11-21 19:11:54.11404+00	2026-11-21 19:11:54.11404+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b136-728e-b74d-ad41f28214f3	01a1ff85-b131-7330-a503-280dae481f70	\N	stream	expired/master.m3u8	\N	\N	2026-11-21 19:11:54.16407+00	2026-11-21 19:11:54.16407+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b138-760c-89e7-2083008da528	01a1ff85-b131-7330-a503-280dae481f70	\N	source	originals/expired.mp4	\N	\N	2026-11-21 19:11:54.16407+00	2026-11-21 19:11:54.16407+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b13a-73ee-bd53-a47bbc1df5ac	01a1ff85-b131-7330-a503-280dae481f70	\N	thumbnail	posters/expired.jpg	\N	\N	2026-11-21 19:11:54.16407+00	2026-11-21 19:11:54.16407+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b147-74f7-b515-6a06bc9bffc5	01a1ff85-b143-7275-a589-4b52692f2176	\N	stream	deleted/master.m3u8	\N	\N	2026-11-21 19:11:54.181421+00	2026-11-21 19:11:54.181421+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b148-71ae-83d7-8fef31ef29cf	01a1ff85-b143-7275-a589-4b52692f2176	\N	source	originals/deleted.mp4	\N	\N	2026-11-21 19:11:54.181421+00	2026-11-21 19:11:54.181421+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b14a-72dd-bf22-d6064511cc93	01a1ff85-b143-7275-a589-4b52692f2176	\N	thumbnail	posters/deleted.jpg	\N	\N	2026-11-21 19:11:54.181421+00	2026-11-21 19:11:54.181421+00
\.


--
-- Data for Name: password_try; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.password_try (account_id, share_id, address, failures, locked_until, tried_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	192.0.2.1	10	2026-11-21 19:12:54.469354+00	2026-11-21 19:11:54.469354+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	192.0.2.0	10	2026-11-21 19:12:54.469354+00	2026-11-21 19:11:54.469354+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	*	20	\N	2026-11-21 19:11:54.469354+00
\.


--
-- Data for Name: playlist; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.playlist (account_id, file_id, path, directory, body, kind, duration, segments, children, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: recipient; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.recipient (account_id, recipient_id, share_id, user_id, email, name, permissions, message, expires_at, revoked_at, notified_at, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1b4-7431-aaf9-2598a38004bc	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	bob@example.com	\N	{view}	Look	\N	\N	\N	2026-11-21 19:11:54.234304+00	2026-11-21 19:11:54.234304+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1b6-7272-ad01-af8c69d03890	01a1ff85-b17a-7094-8136-56c3e0f13904	eve	\N	\N	\N	\N	\N	2026-11-21 19:11:54.305766+00	\N	2026-11-21 19:11:54.234304+00	2026-11-21 19:11:54.305766+00
\.


--
-- Data for Name: schema_info; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.schema_info (singleton, version, migrated_at) FROM stdin;
t	1	2026-11-21 19:11:53.718401+00
\.


--
-- Data for Name: segment; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.segment (account_id, file_segment_id, file_id, start_time, end_time, file_duration, metadata, created_at, deleted_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b122-777d-9259-7c8d7dc757d9	01a1ff85-b0fd-767d-936f-e7b3e713aa40	2	5	8	{}	2026-11-21 19:11:54.146568+00	\N
\.


--
-- Data for Name: share; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.share (account_id, share_id, file_id, file_segment_id, owner_id, title, description, metadata, visibility, link_preview, permissions, has_password, recipients_only, prove_email, email_domains, restrictions, terms, terms_version, watermark, slug, exclusive, epoch, rotation, starts_at, expires_at, exhausted_at, disabled_at, revoked_at, revoked_reason, id_ends_at, deleted_at, ended_at, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b126-73a9-ba56-c23c7a083482	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	\N	Launch film	\N	{}	private	none	{view,download}	f	f	f	\N	{}	\N	\N	\N	\N	t	1	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:54.149817+00	2026-11-21 19:11:54.149817+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b12e-7623-a3b9-02a84b1f5024	01a1ff85-b0fd-767d-936f-e7b3e713aa40	01a1ff85-b122-777d-9259-7c8d7dc757d9	\N	Déjà vu \\ "quoted"	\N	{"deep": {"x": [1.10, null]}}	public	none	{view,download}	f	f	f	\N	{}	\N	\N	\N	\N	t	1	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:54.158308+00	2026-11-21 19:11:54.158308+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b13c-7636-9baf-caa95b2336d9	01a1ff85-b131-7330-a503-280dae481f70	\N	\N	Launch film	\N	{}	private	none	{view,download}	f	f	f	\N	{}	\N	\N	\N	\N	t	1	0	\N	2026-11-21 19:11:53.174836+00	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:53.174836+00	2026-11-21 19:11:54.172402+00	2026-11-21 19:11:54.175763+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b13f-7344-a0ed-984544fe06ee	01a1ff85-b131-7330-a503-280dae481f70	\N	\N	Launch film	\N	{}	private	none	{view,download}	f	f	f	\N	{}	\N	\N	\N	\N	t	1	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:54.175763+00	2026-11-21 19:11:54.175763+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b14b-706e-80e7-0c27781d654c	01a1ff85-b143-7275-a589-4b52692f2176	\N	\N	Launch film	\N	{}	private	none	{view,download}	f	f	f	\N	{}	\N	\N	\N	\N	t	2	0	\N	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:54.190113+00	2026-11-21 19:11:54.190113+00	2026-11-21 19:11:54.187829+00	2026-11-21 19:11:54.190113+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	01a1ff85-b0fd-767d-936f-e7b3e713aa40	\N	ada	Gated	\N	{}	public	none	{view,download}	t	f	f	\N	{"addresses": ["192.0.2.0/24"]}	Do not copy.	2	Acme	sommerfest	f	1	0	\N	2026-11-22 19:11:55.270674+00	\N	\N	\N	\N	\N	\N	\N	2026-11-21 19:11:54.234304+00	2026-11-21 19:11:55.270674+00
\.


--
-- Data for Name: share_password; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.share_password (account_id, share_id, hash, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	$argon2id$v=19$m=19456,t=2,p=1$tE0jdAu4u82wHIoO5y7yQg$w90pioih5QINafg0uKvWwba8x2N7vN86EFS4K7c32To	2026-11-21 19:11:54.234304+00
\.


--
-- Data for Name: signing_key; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.signing_key (account_id, kid, algorithm, secret, state, valid_from, valid_until, replaced_by, created_at) FROM stdin;
00000000-0000-0000-0000-000000000000	kc0623c29e6bc	share_token	\\x8274d697b4beb6fa8e4fc8132a04cbc3fb9e760dc8d222c3593f2a1dd263c8c0	current	2026-11-21 19:11:53.718401+00	\N	\N	2026-11-21 19:11:53.718401+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	k259610fcc8b7	HMAC-SHA256	\\x644c72456c50794a6d433641416d4b616a492d6366674e796f43516577576a7837547759794558765a4f73	current	2026-11-21 19:11:54.130555+00	\N	\N	2026-11-21 19:11:54.130555+00
00000000-0000-0000-0000-000000000000	kbd3568561bf8	HS256	\\x6e5559354955616e41707a305f4353582d7a33696b395863547632654835387748585962734d2d38567277	previous	2026-11-21 19:11:54.0974+00	2026-11-29 19:11:54.227808+00	kaee0a14e1ddc	2026-11-21 19:11:54.0974+00
00000000-0000-0000-0000-000000000000	kadffbc99b440	HS256	\\x466d397956693533644953525f48507662486d506b324b63617636455363446c5961436d75774842493130	standby	2026-11-21 19:11:54.230085+00	\N	\N	2026-11-21 19:11:54.230085+00
00000000-0000-0000-0000-000000000000	kaee0a14e1ddc	HS256	\\x395a7673654530445f557661747256316a48426e4a724b626f6d75732d664e384f6c31684a546d384d6259	current	2026-11-21 19:11:54.225602+00	\N	kadffbc99b440	2026-11-21 19:11:54.225602+00
00000000-0000-0000-0000-000000000000	k110abe125892	HS256	\\x5235724357387850784f682d6c5f494c49456e4c416e7055776c724c41396b486a766759784247394a356f	revoked	2026-11-21 19:11:54.232126+00	2026-11-21 19:11:54.233154+00	\N	2026-11-21 19:11:54.232126+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	kb9d6b7747262	HMAC-SHA256	\\x30506154304b76584a7564316f4c5144596a5a3938767457414541786962786745684556416c502d556a38	current	2026-11-21 19:11:55.268561+00	\N	\N	2026-11-21 19:11:55.268561+00
00000000-0000-0000-0000-000000000000	k63431ef2c79a	MD5	\\x33526877745438505f4a64665154577a5a373949654e313770705968353874626e56616a355764476a6759	current	2026-11-21 19:11:55.292362+00	\N	\N	2026-11-21 19:11:55.292362+00
\.


--
-- Data for Name: slug; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.slug (slug, skeleton, account_id, share_id, ends_at, created_at) FROM stdin;
winterfest	winterfest	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	2026-11-21 19:11:54.234304+00
sommerfest	sornrnerfest	01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	2026-11-21 19:11:54.298585+00
\.


--
-- Data for Name: visit; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.visit (account_id, visit_id, share_id, recipient_id, user_id, email, unlocked, terms_version, started_at, opened_at, played_at, downloaded_at, expires_at, is_bot, rotation) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b1ee-7389-9cbd-c6bc2578be8d	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	\N	\N	t	2	2026-11-21 19:11:54.309339+00	2026-11-21 19:11:54.309339+00	\N	\N	2026-11-22 07:11:54.309339+00	f	0
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b20d-7199-804d-012e63205e66	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	\N	\N	t	2	2026-11-21 19:11:54.309339+00	2026-11-21 19:11:54.309339+00	\N	\N	2026-11-22 07:11:54.309339+00	f	0
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b233-72e0-bbd6-e63b8498fb5d	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	\N	\N	t	2	2026-11-21 19:11:54.309339+00	2026-11-21 19:11:54.309339+00	\N	\N	2026-11-22 07:11:54.309339+00	f	0
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b25a-74a1-9188-418530f9ea79	01a1ff85-b17a-7094-8136-56c3e0f13904	\N	\N	\N	t	2	2026-11-21 19:11:54.424564+00	2026-11-21 19:11:54.424564+00	2026-11-21 19:11:54.46306+00	\N	2026-11-22 07:11:54.424564+00	f	0
\.


--
-- Data for Name: webhook; Type: TABLE DATA; Schema: share; Owner: share_owner
--

COPY share.webhook (account_id, webhook_id, url, kinds, kid, previous_kid, disabled_at, created_at, updated_at) FROM stdin;
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b112-725b-b7e5-6952e43ac5f4	https://example.com/hook	{share.*,file.*}	k259610fcc8b7	\N	\N	2026-11-21 19:11:54.130555+00	2026-11-21 19:11:54.130555+00
01a1ff85-b0e9-737b-b8d2-db973293abb0	01a1ff85-b584-71e4-b34e-59221d8af1dc	https://example.com/hook	{share.*}	kb9d6b7747262	\N	\N	2026-11-21 19:11:55.268561+00	2026-11-21 19:11:55.268561+00
\.


--
-- Name: app_item app_item_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.app_item
    ADD CONSTRAINT app_item_pkey PRIMARY KEY (item_id);


--
-- Name: access_request access_request_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.access_request
    ADD CONSTRAINT access_request_pkey PRIMARY KEY (account_id, request_id);


--
-- Name: CONSTRAINT access_request_pkey ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_pkey ON share.access_request IS 'One row for each request.';


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (account_id);


--
-- Name: CONSTRAINT account_pkey ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_pkey ON share.account IS 'One row for each account.';


--
-- Name: api_key api_key_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (account_id, api_key_id);


--
-- Name: CONSTRAINT api_key_pkey ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_pkey ON share.api_key IS 'One row for each key.';


--
-- Name: api_key api_key_prefix_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.api_key
    ADD CONSTRAINT api_key_prefix_key UNIQUE (prefix);


--
-- Name: CONSTRAINT api_key_prefix_key ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_prefix_key ON share.api_key IS 'A key names nothing but itself.';


--
-- Name: api_key_use api_key_use_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.api_key_use
    ADD CONSTRAINT api_key_use_pkey PRIMARY KEY (account_id, api_key_id);


--
-- Name: CONSTRAINT api_key_use_pkey ON api_key_use; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_use_pkey ON share.api_key_use IS 'One row for each key, made with it.';


--
-- Name: cap cap_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.cap
    ADD CONSTRAINT cap_pkey PRIMARY KEY (account_id, share_id, kind);


--
-- Name: CONSTRAINT cap_pkey ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT cap_pkey ON share.cap IS 'One cap of a kind for each share.';


--
-- Name: delivery delivery_base_url_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.delivery
    ADD CONSTRAINT delivery_base_url_key UNIQUE (account_id, base_url, scheme);


--
-- Name: CONSTRAINT delivery_base_url_key ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_base_url_key ON share.delivery IS 'One delivery for each base URL and scheme of an account.';


--
-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (account_id, name);


--
-- Name: CONSTRAINT delivery_pkey ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_pkey ON share.delivery IS 'Names are unique in the account.';


--
-- Name: drive drive_name_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.drive
    ADD CONSTRAINT drive_name_key UNIQUE (account_id, name);


--
-- Name: CONSTRAINT drive_name_key ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT drive_name_key ON share.drive IS 'Names are unique in the account.';


--
-- Name: drive drive_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.drive
    ADD CONSTRAINT drive_pkey PRIMARY KEY (account_id, drive_id);


--
-- Name: CONSTRAINT drive_pkey ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT drive_pkey ON share.drive IS 'One row for each drive.';


--
-- Name: email_code_count email_code_count_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.email_code_count
    ADD CONSTRAINT email_code_count_pkey PRIMARY KEY (account_id, share_id, address);


--
-- Name: CONSTRAINT email_code_count_pkey ON email_code_count; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_count_pkey ON share.email_code_count IS 'One hour for each address of a share.';


--
-- Name: email_code email_code_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.email_code
    ADD CONSTRAINT email_code_pkey PRIMARY KEY (account_id, share_id, email);


--
-- Name: CONSTRAINT email_code_pkey ON email_code; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_pkey ON share.email_code IS 'One code for each address of a share.';


--
-- Name: event event_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: CONSTRAINT event_pkey ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT event_pkey ON share.event IS 'One row for each event; the partition key must be part of it.';


--
-- Name: event_2026_11 event_2026_11_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event_2026_11
    ADD CONSTRAINT event_2026_11_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: event_2026_12 event_2026_12_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event_2026_12
    ADD CONSTRAINT event_2026_12_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: event_2027_01 event_2027_01_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event_2027_01
    ADD CONSTRAINT event_2027_01_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: event_2027_02 event_2027_02_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event_2027_02
    ADD CONSTRAINT event_2027_02_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: event_default event_default_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.event_default
    ADD CONSTRAINT event_default_pkey PRIMARY KEY (account_id, at, event_id);


--
-- Name: file file_duration_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_duration_key UNIQUE (account_id, file_id, duration_limit);


--
-- Name: CONSTRAINT file_duration_key ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_duration_key ON share.file IS 'What segments refer to, so that they end inside the file.';


--
-- Name: file file_living_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_living_key UNIQUE (account_id, file_id, is_deleted);


--
-- Name: CONSTRAINT file_living_key ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_living_key ON share.file IS 'What living shares refer to.';


--
-- Name: file file_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_pkey PRIMARY KEY (account_id, file_id);


--
-- Name: CONSTRAINT file_pkey ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_pkey ON share.file IS 'One row for each file.';


--
-- Name: item item_ordinal_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_ordinal_key UNIQUE (account_id, share_id, ordinal) DEFERRABLE;


--
-- Name: CONSTRAINT item_ordinal_key ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_ordinal_key ON share.item IS 'One item at each place.';


--
-- Name: item item_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (account_id, item_id);


--
-- Name: CONSTRAINT item_pkey ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_pkey ON share.item IS 'One row for each item.';


--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (account_id, job_id);


--
-- Name: CONSTRAINT job_pkey ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_pkey ON share.job IS 'One row for each job.';


--
-- Name: member member_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.member
    ADD CONSTRAINT member_pkey PRIMARY KEY (account_id, user_id);


--
-- Name: CONSTRAINT member_pkey ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT member_pkey ON share.member IS 'A user is a member once.';


--
-- Name: origin origin_kind_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.origin
    ADD CONSTRAINT origin_kind_key UNIQUE NULLS NOT DISTINCT (account_id, file_id, file_segment_id, kind);


--
-- Name: CONSTRAINT origin_kind_key ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_kind_key ON share.origin IS 'One object of each kind for a file and for a segment.';


--
-- Name: origin origin_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.origin
    ADD CONSTRAINT origin_pkey PRIMARY KEY (account_id, origin_id);


--
-- Name: CONSTRAINT origin_pkey ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_pkey ON share.origin IS 'One row for each stored object.';


--
-- Name: password_try password_try_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.password_try
    ADD CONSTRAINT password_try_pkey PRIMARY KEY (account_id, share_id, address);


--
-- Name: CONSTRAINT password_try_pkey ON password_try; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT password_try_pkey ON share.password_try IS 'One row for each share and address.';


--
-- Name: playlist playlist_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.playlist
    ADD CONSTRAINT playlist_pkey PRIMARY KEY (account_id, file_id, path);


--
-- Name: CONSTRAINT playlist_pkey ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_pkey ON share.playlist IS 'One playlist at each path of a file.';


--
-- Name: recipient recipient_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.recipient
    ADD CONSTRAINT recipient_pkey PRIMARY KEY (account_id, recipient_id);


--
-- Name: CONSTRAINT recipient_pkey ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_pkey ON share.recipient IS 'One row for each recipient.';


--
-- Name: schema_info schema_info_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.schema_info
    ADD CONSTRAINT schema_info_pkey PRIMARY KEY (singleton);


--
-- Name: CONSTRAINT schema_info_pkey ON schema_info; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT schema_info_pkey ON share.schema_info IS 'One row.';


--
-- Name: segment segment_file_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.segment
    ADD CONSTRAINT segment_file_key UNIQUE (account_id, file_id, file_segment_id);


--
-- Name: CONSTRAINT segment_file_key ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_file_key ON share.segment IS 'What origins and shares refer to, so that they are of the segment''s file.';


--
-- Name: segment segment_living_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.segment
    ADD CONSTRAINT segment_living_key UNIQUE (account_id, file_id, file_segment_id, is_deleted);


--
-- Name: CONSTRAINT segment_living_key ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_living_key ON share.segment IS 'What living shares refer to.';


--
-- Name: segment segment_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.segment
    ADD CONSTRAINT segment_pkey PRIMARY KEY (account_id, file_segment_id);


--
-- Name: CONSTRAINT segment_pkey ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_pkey ON share.segment IS 'One row for each segment.';


--
-- Name: share_password share_password_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share_password
    ADD CONSTRAINT share_password_pkey PRIMARY KEY (account_id, share_id);


--
-- Name: CONSTRAINT share_password_pkey ON share_password; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_password_pkey ON share.share_password IS 'One password for each share.';


--
-- Name: share share_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share
    ADD CONSTRAINT share_pkey PRIMARY KEY (account_id, share_id);


--
-- Name: CONSTRAINT share_pkey ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_pkey ON share.share IS 'One row for each share.';


--
-- Name: signing_key signing_key_kid_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.signing_key
    ADD CONSTRAINT signing_key_kid_key UNIQUE (kid);


--
-- Name: CONSTRAINT signing_key_kid_key ON signing_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT signing_key_kid_key ON share.signing_key IS 'Ids are unique in the installation: a token names nothing else.';


--
-- Name: signing_key signing_key_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.signing_key
    ADD CONSTRAINT signing_key_pkey PRIMARY KEY (account_id, kid);


--
-- Name: CONSTRAINT signing_key_pkey ON signing_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT signing_key_pkey ON share.signing_key IS 'One row for each key.';


--
-- Name: slug slug_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.slug
    ADD CONSTRAINT slug_pkey PRIMARY KEY (slug);


--
-- Name: CONSTRAINT slug_pkey ON slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT slug_pkey ON share.slug IS 'An address leads to one share.';


--
-- Name: slug slug_skeleton_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.slug
    ADD CONSTRAINT slug_skeleton_key UNIQUE (skeleton);


--
-- Name: CONSTRAINT slug_skeleton_key ON slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT slug_skeleton_key ON share.slug IS 'No two addresses look alike.';


--
-- Name: visit visit_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.visit
    ADD CONSTRAINT visit_pkey PRIMARY KEY (account_id, visit_id);


--
-- Name: CONSTRAINT visit_pkey ON visit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT visit_pkey ON share.visit IS 'One row for each visit.';


--
-- Name: webhook webhook_kid_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_kid_key UNIQUE (account_id, kid);


--
-- Name: CONSTRAINT webhook_kid_key ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_kid_key ON share.webhook IS 'A key signs for one webhook.';


--
-- Name: webhook webhook_pkey; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_pkey PRIMARY KEY (account_id, webhook_id);


--
-- Name: CONSTRAINT webhook_pkey ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_pkey ON share.webhook IS 'One row for each webhook; also what each event looks for.';


--
-- Name: webhook webhook_previous_kid_key; Type: CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_previous_kid_key UNIQUE (account_id, previous_kid);


--
-- Name: CONSTRAINT webhook_previous_kid_key ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_previous_kid_key ON share.webhook IS 'A key signs for one webhook.';


--
-- Name: access_request_email_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX access_request_email_key ON share.access_request USING btree (account_id, share_id, email) WHERE (state = 'pending'::text);


--
-- Name: INDEX access_request_email_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.access_request_email_key IS 'One open request of a mail address for each share.';


--
-- Name: access_request_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX access_request_id_idx ON share.access_request USING btree (request_id);


--
-- Name: INDEX access_request_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.access_request_id_idx IS 'Look-up of an id without its account.';


--
-- Name: access_request_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX access_request_list_idx ON share.access_request USING btree (account_id, created_at, request_id);


--
-- Name: INDEX access_request_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.access_request_list_idx IS 'Pages of an account''s requests.';


--
-- Name: access_request_share_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX access_request_share_idx ON share.access_request USING btree (account_id, share_id, created_at, request_id);


--
-- Name: INDEX access_request_share_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.access_request_share_idx IS 'Pages of a share''s requests.';


--
-- Name: access_request_user_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX access_request_user_key ON share.access_request USING btree (account_id, share_id, user_id) WHERE (state = 'pending'::text);


--
-- Name: INDEX access_request_user_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.access_request_user_key IS 'One open request of a user for each share.';


--
-- Name: account_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX account_list_idx ON share.account USING btree (created_at DESC, account_id DESC);


--
-- Name: INDEX account_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.account_list_idx IS 'Pages of share.account_list().';


--
-- Name: api_key_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX api_key_id_idx ON share.api_key USING btree (api_key_id);


--
-- Name: INDEX api_key_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.api_key_id_idx IS 'Look-up without the account.';


--
-- Name: api_key_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX api_key_list_idx ON share.api_key USING btree (account_id, created_at, api_key_id);


--
-- Name: INDEX api_key_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.api_key_list_idx IS 'Pages of share.api_key_list().';


--
-- Name: app_share_title_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX app_share_title_idx ON share.share USING btree (title);


--
-- Name: delivery_kid_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX delivery_kid_idx ON share.delivery USING btree (key_account_id, kid);


--
-- Name: INDEX delivery_kid_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.delivery_kid_idx IS 'The deliveries of a key, which a rotation moves.';


--
-- Name: delivery_url_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX delivery_url_idx ON share.delivery USING btree (base_url COLLATE "C");


--
-- Name: INDEX delivery_url_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.delivery_url_idx IS 'The delivery of a URL whose scheme names no key.';


--
-- Name: drive_default_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX drive_default_key ON share.drive USING btree (account_id) WHERE is_default;


--
-- Name: INDEX drive_default_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.drive_default_key IS 'One default drive for each account.';


--
-- Name: email_code_count_from_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX email_code_count_from_idx ON share.email_code_count USING btree (account_id, share_id, counted_from);


--
-- Name: INDEX email_code_count_from_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.email_code_count_from_idx IS 'Hours of a share that are over.';


--
-- Name: email_code_sent_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX email_code_sent_idx ON share.email_code USING btree (account_id, share_id, sent_at);


--
-- Name: INDEX email_code_sent_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.email_code_sent_idx IS 'Rows of a share that have counted long enough.';


--
-- Name: event_recipient_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_recipient_idx ON ONLY share.event USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: INDEX event_recipient_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.event_recipient_idx IS 'The events of a recipient.';


--
-- Name: event_2026_11_account_id_recipient_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_11_account_id_recipient_id_at_event_id_idx ON share.event_2026_11 USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: event_share_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_share_idx ON ONLY share.event USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: INDEX event_share_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.event_share_idx IS 'The events of a share.';


--
-- Name: event_2026_11_account_id_share_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_11_account_id_share_id_at_event_id_idx ON share.event_2026_11 USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: event_at_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_at_idx ON ONLY share.event USING btree (at, event_id);


--
-- Name: INDEX event_at_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.event_at_idx IS 'The events of all accounts, for operators.';


--
-- Name: event_2026_11_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_11_at_event_id_idx ON share.event_2026_11 USING btree (at, event_id);


--
-- Name: event_2026_12_account_id_recipient_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_12_account_id_recipient_id_at_event_id_idx ON share.event_2026_12 USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: event_2026_12_account_id_share_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_12_account_id_share_id_at_event_id_idx ON share.event_2026_12 USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: event_2026_12_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2026_12_at_event_id_idx ON share.event_2026_12 USING btree (at, event_id);


--
-- Name: event_2027_01_account_id_recipient_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_01_account_id_recipient_id_at_event_id_idx ON share.event_2027_01 USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: event_2027_01_account_id_share_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_01_account_id_share_id_at_event_id_idx ON share.event_2027_01 USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: event_2027_01_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_01_at_event_id_idx ON share.event_2027_01 USING btree (at, event_id);


--
-- Name: event_2027_02_account_id_recipient_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_02_account_id_recipient_id_at_event_id_idx ON share.event_2027_02 USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: event_2027_02_account_id_share_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_02_account_id_share_id_at_event_id_idx ON share.event_2027_02 USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: event_2027_02_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_2027_02_at_event_id_idx ON share.event_2027_02 USING btree (at, event_id);


--
-- Name: event_default_account_id_recipient_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_default_account_id_recipient_id_at_event_id_idx ON share.event_default USING btree (account_id, recipient_id, at, event_id) WHERE (recipient_id IS NOT NULL);


--
-- Name: event_default_account_id_share_id_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_default_account_id_share_id_at_event_id_idx ON share.event_default USING btree (account_id, share_id, at, event_id) WHERE (share_id IS NOT NULL);


--
-- Name: event_default_at_event_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX event_default_at_event_id_idx ON share.event_default USING btree (at, event_id);


--
-- Name: file_created_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_created_idx ON share.file USING btree (account_id, created_at, file_id) WHERE (NOT is_deleted);


--
-- Name: INDEX file_created_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_created_idx IS 'Pages of share.file_list() by time.';


--
-- Name: file_download_delivery_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_download_delivery_idx ON share.file USING btree (account_id, download_delivery) WHERE (download_delivery IS NOT NULL);


--
-- Name: INDEX file_download_delivery_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_download_delivery_idx IS 'Files that name a delivery of their own for downloads.';


--
-- Name: file_external_id_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX file_external_id_key ON share.file USING btree (account_id, external_id) WHERE (NOT is_deleted);


--
-- Name: INDEX file_external_id_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_external_id_key IS 'One living file for each external id of an account.';


--
-- Name: file_filename_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_filename_idx ON share.file USING btree (account_id, filename, file_id) WHERE (NOT is_deleted);


--
-- Name: INDEX file_filename_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_filename_idx IS 'Pages of share.file_list() by name.';


--
-- Name: file_folder_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_folder_idx ON share.file USING btree (account_id, drive_id, path text_pattern_ops) WHERE (NOT is_deleted);


--
-- Name: INDEX file_folder_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_folder_idx IS 'The files below a folder.';


--
-- Name: file_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_id_idx ON share.file USING btree (file_id);


--
-- Name: INDEX file_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_id_idx IS 'Look-up without the account.';


--
-- Name: file_list_all_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_list_all_idx ON share.file USING btree (created_at, file_id) WHERE (NOT is_deleted);


--
-- Name: INDEX file_list_all_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_list_all_idx IS 'Pages of all files, for operators.';


--
-- Name: file_path_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX file_path_key ON share.file USING btree (account_id, drive_id, path) WHERE (NOT is_deleted);


--
-- Name: INDEX file_path_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_path_key IS 'One living file for each path of a drive.';


--
-- Name: file_preview_delivery_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_preview_delivery_idx ON share.file USING btree (account_id, preview_delivery) WHERE (preview_delivery IS NOT NULL);


--
-- Name: INDEX file_preview_delivery_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_preview_delivery_idx IS 'Files that name a delivery of their own for previews.';


--
-- Name: file_status_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_status_idx ON share.file USING btree (account_id, status, created_at, file_id) WHERE (NOT is_deleted);


--
-- Name: INDEX file_status_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_status_idx IS 'Pages of files of one status.';


--
-- Name: file_stream_delivery_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX file_stream_delivery_idx ON share.file USING btree (account_id, stream_delivery) WHERE (stream_delivery IS NOT NULL);


--
-- Name: INDEX file_stream_delivery_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.file_stream_delivery_idx IS 'Files that name a delivery of their own for streams.';


--
-- Name: item_file_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX item_file_idx ON share.item USING btree (account_id, file_id) WHERE (file_id IS NOT NULL);


--
-- Name: INDEX item_file_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.item_file_idx IS 'The shares in which a file is an item.';


--
-- Name: item_target_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX item_target_key ON share.item USING btree (account_id, share_id, file_id, file_segment_id, drive_id, folder) NULLS NOT DISTINCT;


--
-- Name: INDEX item_target_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.item_target_key IS 'Nothing stands twice in a share.';


--
-- Name: job_deduplicate_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX job_deduplicate_key ON share.job USING btree (account_id, kind, deduplicate) WHERE ((state = 'queued'::text) AND (attempts = 0) AND (deduplicate IS NOT NULL));


--
-- Name: INDEX job_deduplicate_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.job_deduplicate_key IS 'One waiting job for each key of a kind; one that was taken may already have read what has changed since.';


--
-- Name: job_done_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX job_done_idx ON share.job USING btree (finished_at) WHERE (state = 'done'::text);


--
-- Name: INDEX job_done_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.job_done_idx IS 'What share.job_maintain() forgets.';


--
-- Name: job_due_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX job_due_idx ON share.job USING btree (kind, due_at, job_id) WHERE (due_at IS NOT NULL);


--
-- Name: INDEX job_due_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.job_due_idx IS 'The jobs of a kind in the order in which they are due.';


--
-- Name: job_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX job_id_idx ON share.job USING btree (job_id);


--
-- Name: INDEX job_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.job_id_idx IS 'A job by its id alone.';


--
-- Name: job_open_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX job_open_idx ON share.job USING btree (state, job_id) WHERE (state <> 'done'::text);


--
-- Name: INDEX job_open_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.job_open_idx IS 'Jobs that are not done, by state.';


--
-- Name: member_database_role_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX member_database_role_key ON share.member USING btree (database_role) WHERE (database_role IS NOT NULL);


--
-- Name: INDEX member_database_role_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.member_database_role_key IS 'A database role is one member.';


--
-- Name: member_user_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX member_user_idx ON share.member USING btree (user_id);


--
-- Name: INDEX member_user_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.member_user_idx IS 'The accounts of a user.';


--
-- Name: origin_digit_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX origin_digit_idx ON share.origin USING btree (account_id) WHERE is_ambiguous;


--
-- Name: INDEX origin_digit_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.origin_digit_idx IS 'Paths that some schemes cannot sign.';


--
-- Name: origin_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX origin_id_idx ON share.origin USING btree (origin_id);


--
-- Name: INDEX origin_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.origin_id_idx IS 'Look-up without the account.';


--
-- Name: origin_path_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX origin_path_idx ON share.origin USING btree (path COLLATE "C", account_id);


--
-- Name: INDEX origin_path_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.origin_path_idx IS 'Objects by path, so that no stream comes to lie above one.';


--
-- Name: origin_stream_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX origin_stream_idx ON share.origin USING btree (directory COLLATE "C", account_id) WHERE (kind = 'stream'::text);


--
-- Name: INDEX origin_stream_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.origin_stream_idx IS 'Streams by directory, so that nothing else comes to lie under one.';


--
-- Name: password_try_locked_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX password_try_locked_idx ON share.password_try USING btree (account_id, locked_until) WHERE (locked_until IS NOT NULL);


--
-- Name: INDEX password_try_locked_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.password_try_locked_idx IS 'What is locked.';


--
-- Name: recipient_email_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX recipient_email_key ON share.recipient USING btree (account_id, share_id, lower(email)) WHERE (revoked_at IS NULL);


--
-- Name: INDEX recipient_email_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.recipient_email_key IS 'A mail address is a recipient of a share once.';


--
-- Name: recipient_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX recipient_id_idx ON share.recipient USING btree (recipient_id);


--
-- Name: INDEX recipient_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.recipient_id_idx IS 'Look-up of a recipient''s link, which knows no account.';


--
-- Name: recipient_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX recipient_list_idx ON share.recipient USING btree (account_id, share_id, created_at, recipient_id);


--
-- Name: INDEX recipient_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.recipient_list_idx IS 'Pages of a share''s recipients.';


--
-- Name: recipient_user_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX recipient_user_key ON share.recipient USING btree (account_id, share_id, user_id) WHERE (revoked_at IS NULL);


--
-- Name: INDEX recipient_user_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.recipient_user_key IS 'A user is a recipient of a share once.';


--
-- Name: segment_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX segment_id_idx ON share.segment USING btree (file_segment_id);


--
-- Name: INDEX segment_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.segment_id_idx IS 'Look-up without the account.';


--
-- Name: segment_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX segment_list_idx ON share.segment USING btree (account_id, file_id, start_time, file_segment_id) WHERE (NOT is_deleted);


--
-- Name: INDEX segment_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.segment_list_idx IS 'Pages of share.segment_list().';


--
-- Name: share_active_key; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE UNIQUE INDEX share_active_key ON share.share USING btree (account_id, file_id, file_segment_id, visibility) NULLS NOT DISTINCT WHERE ((ended_at IS NULL) AND exclusive);


--
-- Name: INDEX share_active_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_active_key IS 'One active plain share for each target and visibility.';


--
-- Name: share_expires_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_expires_idx ON share.share USING btree (account_id, expires_at, share_id) WHERE ((ended_at IS NULL) AND (expires_at IS NOT NULL));


--
-- Name: INDEX share_expires_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_expires_idx IS 'Living shares by their end.';


--
-- Name: share_file_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_file_idx ON share.share USING btree (account_id, file_id, created_at, share_id) WHERE (NOT is_deleted);


--
-- Name: INDEX share_file_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_file_idx IS 'Pages of a file''s shares.';


--
-- Name: share_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_id_idx ON share.share USING btree (share_id);


--
-- Name: INDEX share_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_id_idx IS 'Look-up of a link, which knows no account.';


--
-- Name: share_list_all_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_list_all_idx ON share.share USING btree (created_at, share_id) WHERE (NOT is_deleted);


--
-- Name: INDEX share_list_all_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_list_all_idx IS 'Pages of all shares, for operators.';


--
-- Name: share_list_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_list_idx ON share.share USING btree (account_id, created_at, share_id) WHERE (NOT is_deleted);


--
-- Name: INDEX share_list_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_list_idx IS 'Pages of an account''s shares.';


--
-- Name: share_owner_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_owner_idx ON share.share USING btree (owner_id, created_at, share_id) WHERE ((NOT is_deleted) AND (owner_id IS NOT NULL));


--
-- Name: INDEX share_owner_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_owner_idx IS 'Pages of an owner''s shares.';


--
-- Name: share_segment_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_segment_idx ON share.share USING btree (account_id, file_segment_id, created_at, share_id) WHERE ((NOT is_deleted) AND (file_segment_id IS NOT NULL));


--
-- Name: INDEX share_segment_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_segment_idx IS 'Pages of a segment''s shares.';


--
-- Name: share_visibility_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX share_visibility_idx ON share.share USING btree (account_id, visibility, created_at, share_id) WHERE (NOT is_deleted);


--
-- Name: INDEX share_visibility_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.share_visibility_idx IS 'Pages of an account''s public or private shares.';


--
-- Name: signing_key_replaced_by_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX signing_key_replaced_by_idx ON share.signing_key USING btree (replaced_by) WHERE (replaced_by IS NOT NULL);


--
-- Name: INDEX signing_key_replaced_by_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.signing_key_replaced_by_idx IS 'The keys that a key has replaced.';


--
-- Name: signing_key_token_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX signing_key_token_idx ON share.signing_key USING btree (account_id, created_at DESC, kid DESC) WHERE ((algorithm = 'share_token'::text) AND (state = 'current'::text));


--
-- Name: INDEX signing_key_token_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.signing_key_token_idx IS 'The current keys for share tokens, the youngest first.';


--
-- Name: slug_share_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX slug_share_idx ON share.slug USING btree (account_id, share_id);


--
-- Name: INDEX slug_share_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.slug_share_idx IS 'The addresses of a share.';


--
-- Name: visit_expires_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX visit_expires_idx ON share.visit USING btree (expires_at);


--
-- Name: INDEX visit_expires_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.visit_expires_idx IS 'Visits that are over.';


--
-- Name: visit_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX visit_id_idx ON share.visit USING btree (visit_id);


--
-- Name: INDEX visit_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.visit_id_idx IS 'Look-up of a visit token, which knows no account.';


--
-- Name: visit_share_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX visit_share_idx ON share.visit USING btree (account_id, share_id);


--
-- Name: INDEX visit_share_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.visit_share_idx IS 'The visits of a share.';


--
-- Name: webhook_id_idx; Type: INDEX; Schema: share; Owner: share_owner
--

CREATE INDEX webhook_id_idx ON share.webhook USING btree (webhook_id);


--
-- Name: INDEX webhook_id_idx; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON INDEX share.webhook_id_idx IS 'A webhook by its id alone.';


--
-- Name: event_2026_11_account_id_recipient_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_recipient_idx ATTACH PARTITION share.event_2026_11_account_id_recipient_id_at_event_id_idx;


--
-- Name: event_2026_11_account_id_share_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_share_idx ATTACH PARTITION share.event_2026_11_account_id_share_id_at_event_id_idx;


--
-- Name: event_2026_11_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_at_idx ATTACH PARTITION share.event_2026_11_at_event_id_idx;


--
-- Name: event_2026_11_pkey; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_pkey ATTACH PARTITION share.event_2026_11_pkey;


--
-- Name: event_2026_12_account_id_recipient_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_recipient_idx ATTACH PARTITION share.event_2026_12_account_id_recipient_id_at_event_id_idx;


--
-- Name: event_2026_12_account_id_share_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_share_idx ATTACH PARTITION share.event_2026_12_account_id_share_id_at_event_id_idx;


--
-- Name: event_2026_12_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_at_idx ATTACH PARTITION share.event_2026_12_at_event_id_idx;


--
-- Name: event_2026_12_pkey; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_pkey ATTACH PARTITION share.event_2026_12_pkey;


--
-- Name: event_2027_01_account_id_recipient_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_recipient_idx ATTACH PARTITION share.event_2027_01_account_id_recipient_id_at_event_id_idx;


--
-- Name: event_2027_01_account_id_share_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_share_idx ATTACH PARTITION share.event_2027_01_account_id_share_id_at_event_id_idx;


--
-- Name: event_2027_01_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_at_idx ATTACH PARTITION share.event_2027_01_at_event_id_idx;


--
-- Name: event_2027_01_pkey; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_pkey ATTACH PARTITION share.event_2027_01_pkey;


--
-- Name: event_2027_02_account_id_recipient_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_recipient_idx ATTACH PARTITION share.event_2027_02_account_id_recipient_id_at_event_id_idx;


--
-- Name: event_2027_02_account_id_share_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_share_idx ATTACH PARTITION share.event_2027_02_account_id_share_id_at_event_id_idx;


--
-- Name: event_2027_02_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_at_idx ATTACH PARTITION share.event_2027_02_at_event_id_idx;


--
-- Name: event_2027_02_pkey; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_pkey ATTACH PARTITION share.event_2027_02_pkey;


--
-- Name: event_default_account_id_recipient_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_recipient_idx ATTACH PARTITION share.event_default_account_id_recipient_id_at_event_id_idx;


--
-- Name: event_default_account_id_share_id_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_share_idx ATTACH PARTITION share.event_default_account_id_share_id_at_event_id_idx;


--
-- Name: event_default_at_event_id_idx; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_at_idx ATTACH PARTITION share.event_default_at_event_id_idx;


--
-- Name: event_default_pkey; Type: INDEX ATTACH; Schema: share; Owner: share_owner
--

ALTER INDEX share.event_pkey ATTACH PARTITION share.event_default_pkey;


--
-- Name: share app_note; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER app_note AFTER INSERT ON share.share FOR EACH ROW EXECUTE FUNCTION public.app_note();


--
-- Name: event event_append_only; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE ON share.event FOR EACH ROW EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_append_only ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_append_only ON share.event IS 'Refuses to change or delete an event.';


--
-- Name: event event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event IS 'Refuses to empty the events.';


--
-- Name: event_2026_11 event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event_2026_11 FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event_2026_11; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event_2026_11 IS 'Refuses to empty the events.';


--
-- Name: event_2026_12 event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event_2026_12 FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event_2026_12; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event_2026_12 IS 'Refuses to empty the events.';


--
-- Name: event_2027_01 event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event_2027_01 FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event_2027_01; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event_2027_01 IS 'Refuses to empty the events.';


--
-- Name: event_2027_02 event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event_2027_02 FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event_2027_02; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event_2027_02 IS 'Refuses to empty the events.';


--
-- Name: event_default event_keep; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER event_keep BEFORE TRUNCATE ON share.event_default FOR EACH STATEMENT EXECUTE FUNCTION share.event_append_only();


--
-- Name: TRIGGER event_keep ON event_default; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER event_keep ON share.event_default IS 'Refuses to empty the events.';


--
-- Name: file file_status_guard; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER file_status_guard BEFORE UPDATE OF status ON share.file FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION share.file_status_guard();


--
-- Name: TRIGGER file_status_guard ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER file_status_guard ON share.file IS 'Refuses status moves that are not listed.';


--
-- Name: share share_visibility_guard; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER share_visibility_guard BEFORE UPDATE OF visibility ON share.share FOR EACH ROW WHEN ((old.visibility IS DISTINCT FROM new.visibility)) EXECUTE FUNCTION share.share_visibility_guard();


--
-- Name: TRIGGER share_visibility_guard ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER share_visibility_guard ON share.share IS 'Keeps visibility frozen.';


--
-- Name: signing_key signing_key_guard; Type: TRIGGER; Schema: share; Owner: share_owner
--

CREATE TRIGGER signing_key_guard BEFORE INSERT OR UPDATE ON share.signing_key FOR EACH ROW EXECUTE FUNCTION share.signing_key_guard();


--
-- Name: TRIGGER signing_key_guard ON signing_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON TRIGGER signing_key_guard ON share.signing_key IS 'Holds the rules of a key: a failing check or null would print the row with its secret.';


--
-- Name: app_item app_item_account_id_share_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.app_item
    ADD CONSTRAINT app_item_account_id_share_id_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: access_request access_request_recipient_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.access_request
    ADD CONSTRAINT access_request_recipient_fkey FOREIGN KEY (account_id, recipient_id) REFERENCES share.recipient(account_id, recipient_id);


--
-- Name: CONSTRAINT access_request_recipient_fkey ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_recipient_fkey ON share.access_request IS 'Leads to a recipient of its account.';


--
-- Name: access_request access_request_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.access_request
    ADD CONSTRAINT access_request_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT access_request_share_fkey ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT access_request_share_fkey ON share.access_request IS 'Belongs to a share of its account.';


--
-- Name: account account_download_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.account
    ADD CONSTRAINT account_download_delivery_fkey FOREIGN KEY (account_id, download_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT account_download_delivery_fkey ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_download_delivery_fkey ON share.account IS 'Names a delivery of the account.';


--
-- Name: account account_preview_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.account
    ADD CONSTRAINT account_preview_delivery_fkey FOREIGN KEY (account_id, preview_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT account_preview_delivery_fkey ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_preview_delivery_fkey ON share.account IS 'Names a delivery of the account.';


--
-- Name: account account_stream_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.account
    ADD CONSTRAINT account_stream_delivery_fkey FOREIGN KEY (account_id, stream_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT account_stream_delivery_fkey ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT account_stream_delivery_fkey ON share.account IS 'Names a delivery of the account.';


--
-- Name: api_key api_key_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.api_key
    ADD CONSTRAINT api_key_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT api_key_account_fkey ON api_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_account_fkey ON share.api_key IS 'Belongs to an account.';


--
-- Name: api_key_use api_key_use_key_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.api_key_use
    ADD CONSTRAINT api_key_use_key_fkey FOREIGN KEY (account_id, api_key_id) REFERENCES share.api_key(account_id, api_key_id);


--
-- Name: CONSTRAINT api_key_use_key_fkey ON api_key_use; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT api_key_use_key_fkey ON share.api_key_use IS 'Belongs to a key.';


--
-- Name: cap cap_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.cap
    ADD CONSTRAINT cap_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT cap_share_fkey ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT cap_share_fkey ON share.cap IS 'Belongs to a share of its account.';


--
-- Name: delivery delivery_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.delivery
    ADD CONSTRAINT delivery_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT delivery_account_fkey ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_account_fkey ON share.delivery IS 'Belongs to an account.';


--
-- Name: delivery delivery_key_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.delivery
    ADD CONSTRAINT delivery_key_fkey FOREIGN KEY (key_account_id, kid) REFERENCES share.signing_key(account_id, kid);


--
-- Name: CONSTRAINT delivery_key_fkey ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT delivery_key_fkey ON share.delivery IS 'Signs with a key that exists.';


--
-- Name: drive drive_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.drive
    ADD CONSTRAINT drive_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT drive_account_fkey ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT drive_account_fkey ON share.drive IS 'Belongs to an account.';


--
-- Name: email_code_count email_code_count_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.email_code_count
    ADD CONSTRAINT email_code_count_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT email_code_count_share_fkey ON email_code_count; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_count_share_fkey ON share.email_code_count IS 'Belongs to a share of its account.';


--
-- Name: email_code email_code_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.email_code
    ADD CONSTRAINT email_code_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT email_code_share_fkey ON email_code; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT email_code_share_fkey ON share.email_code IS 'Belongs to a share of its account.';


--
-- Name: file file_download_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_download_delivery_fkey FOREIGN KEY (account_id, download_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT file_download_delivery_fkey ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_download_delivery_fkey ON share.file IS 'Names a delivery of the account.';


--
-- Name: file file_drive_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_drive_fkey FOREIGN KEY (account_id, drive_id) REFERENCES share.drive(account_id, drive_id);


--
-- Name: CONSTRAINT file_drive_fkey ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_drive_fkey ON share.file IS 'Lies on a drive of its account.';


--
-- Name: file file_preview_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_preview_delivery_fkey FOREIGN KEY (account_id, preview_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT file_preview_delivery_fkey ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_preview_delivery_fkey ON share.file IS 'Names a delivery of the account.';


--
-- Name: file file_stream_delivery_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.file
    ADD CONSTRAINT file_stream_delivery_fkey FOREIGN KEY (account_id, stream_delivery) REFERENCES share.delivery(account_id, name);


--
-- Name: CONSTRAINT file_stream_delivery_fkey ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT file_stream_delivery_fkey ON share.file IS 'Names a delivery of the account.';


--
-- Name: item item_drive_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_drive_fkey FOREIGN KEY (account_id, drive_id) REFERENCES share.drive(account_id, drive_id);


--
-- Name: CONSTRAINT item_drive_fkey ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_drive_fkey ON share.item IS 'A folder lies in a drive of its account.';


--
-- Name: item item_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_file_fkey FOREIGN KEY (account_id, file_id) REFERENCES share.file(account_id, file_id);


--
-- Name: CONSTRAINT item_file_fkey ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_file_fkey ON share.item IS 'Leads to a file of its account.';


--
-- Name: item item_segment_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_segment_fkey FOREIGN KEY (account_id, file_id, file_segment_id) REFERENCES share.segment(account_id, file_id, file_segment_id);


--
-- Name: CONSTRAINT item_segment_fkey ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_segment_fkey ON share.item IS 'Leads to a segment of that very file.';


--
-- Name: item item_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.item
    ADD CONSTRAINT item_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT item_share_fkey ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT item_share_fkey ON share.item IS 'Belongs to a share of its account.';


--
-- Name: job job_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.job
    ADD CONSTRAINT job_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT job_account_fkey ON job; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT job_account_fkey ON share.job IS 'Belongs to an account, or the one that stands for the installation.';


--
-- Name: member member_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.member
    ADD CONSTRAINT member_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT member_account_fkey ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT member_account_fkey ON share.member IS 'Belongs to an account.';


--
-- Name: origin origin_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.origin
    ADD CONSTRAINT origin_file_fkey FOREIGN KEY (account_id, file_id) REFERENCES share.file(account_id, file_id);


--
-- Name: CONSTRAINT origin_file_fkey ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_file_fkey ON share.origin IS 'Belongs to a file of its account.';


--
-- Name: origin origin_segment_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.origin
    ADD CONSTRAINT origin_segment_fkey FOREIGN KEY (account_id, file_id, file_segment_id) REFERENCES share.segment(account_id, file_id, file_segment_id);


--
-- Name: CONSTRAINT origin_segment_fkey ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT origin_segment_fkey ON share.origin IS 'Belongs to a segment of that very file.';


--
-- Name: password_try password_try_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.password_try
    ADD CONSTRAINT password_try_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT password_try_share_fkey ON password_try; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT password_try_share_fkey ON share.password_try IS 'Belongs to a share of its account.';


--
-- Name: playlist playlist_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.playlist
    ADD CONSTRAINT playlist_file_fkey FOREIGN KEY (account_id, file_id) REFERENCES share.file(account_id, file_id);


--
-- Name: CONSTRAINT playlist_file_fkey ON playlist; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT playlist_file_fkey ON share.playlist IS 'Belongs to a file.';


--
-- Name: recipient recipient_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.recipient
    ADD CONSTRAINT recipient_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT recipient_share_fkey ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT recipient_share_fkey ON share.recipient IS 'Belongs to a share of its account.';


--
-- Name: segment segment_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.segment
    ADD CONSTRAINT segment_file_fkey FOREIGN KEY (account_id, file_id, file_duration) REFERENCES share.file(account_id, file_id, duration_limit) ON UPDATE CASCADE;


--
-- Name: CONSTRAINT segment_file_fkey ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT segment_file_fkey ON share.segment IS 'Belongs to a file of its account, of the length that the end is held against.';


--
-- Name: share share_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share
    ADD CONSTRAINT share_file_fkey FOREIGN KEY (account_id, file_id) REFERENCES share.file(account_id, file_id);


--
-- Name: CONSTRAINT share_file_fkey ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_file_fkey ON share.share IS 'Leads to a file of its account.';


--
-- Name: share share_living_file_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share
    ADD CONSTRAINT share_living_file_fkey FOREIGN KEY (account_id, file_id, target_deleted) REFERENCES share.file(account_id, file_id, is_deleted);


--
-- Name: CONSTRAINT share_living_file_fkey ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_living_file_fkey ON share.share IS 'A living share leads to a living file.';


--
-- Name: share share_living_segment_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share
    ADD CONSTRAINT share_living_segment_fkey FOREIGN KEY (account_id, file_id, file_segment_id, target_deleted) REFERENCES share.segment(account_id, file_id, file_segment_id, is_deleted);


--
-- Name: CONSTRAINT share_living_segment_fkey ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_living_segment_fkey ON share.share IS 'A living share leads to a living segment.';


--
-- Name: share_password share_password_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share_password
    ADD CONSTRAINT share_password_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT share_password_share_fkey ON share_password; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_password_share_fkey ON share.share_password IS 'Belongs to a share of its account.';


--
-- Name: share share_segment_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.share
    ADD CONSTRAINT share_segment_fkey FOREIGN KEY (account_id, file_id, file_segment_id) REFERENCES share.segment(account_id, file_id, file_segment_id);


--
-- Name: CONSTRAINT share_segment_fkey ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT share_segment_fkey ON share.share IS 'Leads to a segment of that very file.';


--
-- Name: signing_key signing_key_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.signing_key
    ADD CONSTRAINT signing_key_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT signing_key_account_fkey ON signing_key; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT signing_key_account_fkey ON share.signing_key IS 'Belongs to an account, or the one that stands for the installation.';


--
-- Name: slug slug_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.slug
    ADD CONSTRAINT slug_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT slug_share_fkey ON slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT slug_share_fkey ON share.slug IS 'Leads to a share of its account.';


--
-- Name: visit visit_recipient_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.visit
    ADD CONSTRAINT visit_recipient_fkey FOREIGN KEY (account_id, recipient_id) REFERENCES share.recipient(account_id, recipient_id);


--
-- Name: CONSTRAINT visit_recipient_fkey ON visit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT visit_recipient_fkey ON share.visit IS 'Belongs to a recipient of its account.';


--
-- Name: visit visit_share_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.visit
    ADD CONSTRAINT visit_share_fkey FOREIGN KEY (account_id, share_id) REFERENCES share.share(account_id, share_id);


--
-- Name: CONSTRAINT visit_share_fkey ON visit; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT visit_share_fkey ON share.visit IS 'Belongs to a share of its account.';


--
-- Name: webhook webhook_account_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_account_fkey FOREIGN KEY (account_id) REFERENCES share.account(account_id);


--
-- Name: CONSTRAINT webhook_account_fkey ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_account_fkey ON share.webhook IS 'Belongs to an account, or the one that stands for the installation.';


--
-- Name: webhook webhook_key_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_key_fkey FOREIGN KEY (account_id, kid) REFERENCES share.signing_key(account_id, kid);


--
-- Name: CONSTRAINT webhook_key_fkey ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_key_fkey ON share.webhook IS 'Signs with a key that exists.';


--
-- Name: webhook webhook_previous_key_fkey; Type: FK CONSTRAINT; Schema: share; Owner: share_owner
--

ALTER TABLE ONLY share.webhook
    ADD CONSTRAINT webhook_previous_key_fkey FOREIGN KEY (account_id, previous_kid) REFERENCES share.signing_key(account_id, kid);


--
-- Name: CONSTRAINT webhook_previous_key_fkey ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON CONSTRAINT webhook_previous_key_fkey ON share.webhook IS 'Signs with a key that exists.';


--
-- Name: access_request; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.access_request ENABLE ROW LEVEL SECURITY;

--
-- Name: access_request access_request_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY access_request_operator ON share.access_request FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY access_request_operator ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY access_request_operator ON share.access_request IS 'Operators see all accounts.';


--
-- Name: access_request access_request_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY access_request_own ON share.access_request FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('editor'::share.member_role) AS current_account)));


--
-- Name: POLICY access_request_own ON access_request; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY access_request_own ON share.access_request IS 'The account of the caller, for its role editor and above.';


--
-- Name: account; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account account_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY account_operator ON share.account FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY account_operator ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY account_operator ON share.account IS 'Operators see all accounts.';


--
-- Name: account account_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY account_own ON share.account FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY account_own ON account; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY account_own ON share.account IS 'The account of the caller, for its role viewer and above.';


--
-- Name: api_key; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.api_key ENABLE ROW LEVEL SECURITY;

--
-- Name: api_key_use; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.api_key_use ENABLE ROW LEVEL SECURITY;

--
-- Name: cap; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.cap ENABLE ROW LEVEL SECURITY;

--
-- Name: cap cap_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY cap_operator ON share.cap FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY cap_operator ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY cap_operator ON share.cap IS 'Operators see all accounts.';


--
-- Name: cap cap_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY cap_own ON share.cap FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY cap_own ON cap; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY cap_own ON share.cap IS 'The account of the caller, for its role viewer and above.';


--
-- Name: delivery; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.delivery ENABLE ROW LEVEL SECURITY;

--
-- Name: delivery delivery_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY delivery_operator ON share.delivery FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY delivery_operator ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY delivery_operator ON share.delivery IS 'Operators see all accounts.';


--
-- Name: delivery delivery_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY delivery_own ON share.delivery FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('admin'::share.member_role) AS current_account)));


--
-- Name: POLICY delivery_own ON delivery; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY delivery_own ON share.delivery IS 'The account of the caller, for its role admin and above.';


--
-- Name: drive; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.drive ENABLE ROW LEVEL SECURITY;

--
-- Name: drive drive_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY drive_operator ON share.drive FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY drive_operator ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY drive_operator ON share.drive IS 'Operators see all accounts.';


--
-- Name: drive drive_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY drive_own ON share.drive FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY drive_own ON drive; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY drive_own ON share.drive IS 'The account of the caller, for its role viewer and above.';


--
-- Name: email_code; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.email_code ENABLE ROW LEVEL SECURITY;

--
-- Name: email_code_count; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.email_code_count ENABLE ROW LEVEL SECURITY;

--
-- Name: event; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event ENABLE ROW LEVEL SECURITY;

--
-- Name: event_2026_11; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event_2026_11 ENABLE ROW LEVEL SECURITY;

--
-- Name: event_2026_12; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event_2026_12 ENABLE ROW LEVEL SECURITY;

--
-- Name: event_2027_01; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event_2027_01 ENABLE ROW LEVEL SECURITY;

--
-- Name: event_2027_02; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event_2027_02 ENABLE ROW LEVEL SECURITY;

--
-- Name: event_default; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.event_default ENABLE ROW LEVEL SECURITY;

--
-- Name: event event_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY event_operator ON share.event FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY event_operator ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY event_operator ON share.event IS 'Operators see all accounts.';


--
-- Name: event event_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY event_own ON share.event FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('admin'::share.member_role) AS current_account)));


--
-- Name: POLICY event_own ON event; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY event_own ON share.event IS 'The account of the caller, for its role admin and above.';


--
-- Name: file; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.file ENABLE ROW LEVEL SECURITY;

--
-- Name: file file_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY file_operator ON share.file FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY file_operator ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY file_operator ON share.file IS 'Operators see all accounts.';


--
-- Name: file file_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY file_own ON share.file FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY file_own ON file; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY file_own ON share.file IS 'The account of the caller, for its role viewer and above.';


--
-- Name: item; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.item ENABLE ROW LEVEL SECURITY;

--
-- Name: item item_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY item_operator ON share.item FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY item_operator ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY item_operator ON share.item IS 'Operators see all accounts.';


--
-- Name: item item_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY item_own ON share.item FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY item_own ON item; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY item_own ON share.item IS 'The account of the caller, for its role viewer and above.';


--
-- Name: job; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.job ENABLE ROW LEVEL SECURITY;

--
-- Name: member; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.member ENABLE ROW LEVEL SECURITY;

--
-- Name: member member_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY member_operator ON share.member FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY member_operator ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY member_operator ON share.member IS 'Operators see all accounts.';


--
-- Name: member member_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY member_own ON share.member FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY member_own ON member; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY member_own ON share.member IS 'The account of the caller, for its role viewer and above.';


--
-- Name: origin; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.origin ENABLE ROW LEVEL SECURITY;

--
-- Name: origin origin_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY origin_operator ON share.origin FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY origin_operator ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY origin_operator ON share.origin IS 'Operators see all accounts.';


--
-- Name: origin origin_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY origin_own ON share.origin FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY origin_own ON origin; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY origin_own ON share.origin IS 'The account of the caller, for its role viewer and above.';


--
-- Name: password_try; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.password_try ENABLE ROW LEVEL SECURITY;

--
-- Name: playlist; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.playlist ENABLE ROW LEVEL SECURITY;

--
-- Name: recipient; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.recipient ENABLE ROW LEVEL SECURITY;

--
-- Name: recipient recipient_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY recipient_operator ON share.recipient FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY recipient_operator ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY recipient_operator ON share.recipient IS 'Operators see all accounts.';


--
-- Name: recipient recipient_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY recipient_own ON share.recipient FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('editor'::share.member_role) AS current_account)));


--
-- Name: POLICY recipient_own ON recipient; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY recipient_own ON share.recipient IS 'The account of the caller, for its role editor and above.';


--
-- Name: segment; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.segment ENABLE ROW LEVEL SECURITY;

--
-- Name: segment segment_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY segment_operator ON share.segment FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY segment_operator ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY segment_operator ON share.segment IS 'Operators see all accounts.';


--
-- Name: segment segment_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY segment_own ON share.segment FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY segment_own ON segment; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY segment_own ON share.segment IS 'The account of the caller, for its role viewer and above.';


--
-- Name: share; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.share ENABLE ROW LEVEL SECURITY;

--
-- Name: share share_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY share_operator ON share.share FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY share_operator ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY share_operator ON share.share IS 'Operators see all accounts.';


--
-- Name: share share_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY share_own ON share.share FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY share_own ON share; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY share_own ON share.share IS 'The account of the caller, for its role viewer and above.';


--
-- Name: share_password; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.share_password ENABLE ROW LEVEL SECURITY;

--
-- Name: signing_key; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.signing_key ENABLE ROW LEVEL SECURITY;

--
-- Name: slug; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.slug ENABLE ROW LEVEL SECURITY;

--
-- Name: slug slug_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY slug_operator ON share.slug FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY slug_operator ON slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY slug_operator ON share.slug IS 'Operators see all accounts.';


--
-- Name: slug slug_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY slug_own ON share.slug FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('viewer'::share.member_role) AS current_account)));


--
-- Name: POLICY slug_own ON slug; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY slug_own ON share.slug IS 'The account of the caller, for its role viewer and above.';


--
-- Name: visit; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.visit ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook; Type: ROW SECURITY; Schema: share; Owner: share_owner
--

ALTER TABLE share.webhook ENABLE ROW LEVEL SECURITY;

--
-- Name: webhook webhook_operator; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY webhook_operator ON share.webhook FOR SELECT TO share_admin USING (true);


--
-- Name: POLICY webhook_operator ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY webhook_operator ON share.webhook IS 'Operators see all accounts.';


--
-- Name: webhook webhook_own; Type: POLICY; Schema: share; Owner: share_owner
--

CREATE POLICY webhook_own ON share.webhook FOR SELECT TO share_app, share_user USING ((account_id = ( SELECT share.current_account('admin'::share.member_role) AS current_account)));


--
-- Name: POLICY webhook_own ON webhook; Type: COMMENT; Schema: share; Owner: share_owner
--

COMMENT ON POLICY webhook_own ON share.webhook IS 'The account of the caller, for its role admin and above.';


--
-- Name: FUNCTION share_get(id uuid, clip_start numeric, clip_end numeric, account_id uuid); Type: ACL; Schema: share; Owner: share_owner
--

GRANT ALL ON FUNCTION share.share_get(id uuid, clip_start numeric, clip_end numeric, account_id uuid) TO dump_reader;


--
-- Name: TABLE access_request; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.access_request TO share_admin;
GRANT SELECT ON TABLE share.access_request TO share_app;
GRANT SELECT ON TABLE share.access_request TO share_user;


--
-- Name: TABLE access_requests; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.access_requests TO share_admin;
GRANT SELECT ON TABLE share.access_requests TO share_app;
GRANT SELECT ON TABLE share.access_requests TO share_user;


--
-- Name: TABLE account; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.account TO share_admin;
GRANT SELECT ON TABLE share.account TO share_app;
GRANT SELECT ON TABLE share.account TO share_user;


--
-- Name: TABLE accounts; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.accounts TO share_admin;
GRANT SELECT ON TABLE share.accounts TO share_app;
GRANT SELECT ON TABLE share.accounts TO share_user;


--
-- Name: TABLE cap; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.cap TO share_admin;
GRANT SELECT ON TABLE share.cap TO share_app;
GRANT SELECT ON TABLE share.cap TO share_user;


--
-- Name: TABLE delivery; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.delivery TO share_admin;
GRANT SELECT ON TABLE share.delivery TO share_app;
GRANT SELECT ON TABLE share.delivery TO share_user;


--
-- Name: TABLE deliveries; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.deliveries TO share_admin;
GRANT SELECT ON TABLE share.deliveries TO share_app;
GRANT SELECT ON TABLE share.deliveries TO share_user;


--
-- Name: TABLE drive; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.drive TO share_admin;
GRANT SELECT ON TABLE share.drive TO share_app;
GRANT SELECT ON TABLE share.drive TO share_user;


--
-- Name: TABLE drives; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.drives TO share_admin;
GRANT SELECT ON TABLE share.drives TO share_app;
GRANT SELECT ON TABLE share.drives TO share_user;


--
-- Name: TABLE event; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.event TO share_admin;
GRANT SELECT ON TABLE share.event TO share_app;
GRANT SELECT ON TABLE share.event TO share_user;


--
-- Name: TABLE events; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.events TO share_admin;
GRANT SELECT ON TABLE share.events TO share_app;
GRANT SELECT ON TABLE share.events TO share_user;


--
-- Name: TABLE file; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.file TO share_admin;
GRANT SELECT ON TABLE share.file TO share_app;
GRANT SELECT ON TABLE share.file TO share_user;


--
-- Name: TABLE files; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.files TO share_admin;
GRANT SELECT ON TABLE share.files TO share_app;
GRANT SELECT ON TABLE share.files TO share_user;


--
-- Name: TABLE item; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.item TO share_admin;
GRANT SELECT ON TABLE share.item TO share_app;
GRANT SELECT ON TABLE share.item TO share_user;


--
-- Name: TABLE member; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.member TO share_admin;
GRANT SELECT ON TABLE share.member TO share_app;
GRANT SELECT ON TABLE share.member TO share_user;


--
-- Name: TABLE members; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.members TO share_admin;
GRANT SELECT ON TABLE share.members TO share_app;
GRANT SELECT ON TABLE share.members TO share_user;


--
-- Name: TABLE metrics; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.metrics TO share_admin;
GRANT SELECT ON TABLE share.metrics TO pg_monitor;


--
-- Name: TABLE origin; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.origin TO share_admin;
GRANT SELECT ON TABLE share.origin TO share_app;
GRANT SELECT ON TABLE share.origin TO share_user;


--
-- Name: TABLE origins; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.origins TO share_admin;
GRANT SELECT ON TABLE share.origins TO share_app;
GRANT SELECT ON TABLE share.origins TO share_user;


--
-- Name: TABLE recipient; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.recipient TO share_admin;
GRANT SELECT ON TABLE share.recipient TO share_app;
GRANT SELECT ON TABLE share.recipient TO share_user;


--
-- Name: TABLE segment; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.segment TO share_admin;
GRANT SELECT ON TABLE share.segment TO share_app;
GRANT SELECT ON TABLE share.segment TO share_user;


--
-- Name: TABLE segments; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.segments TO share_admin;
GRANT SELECT ON TABLE share.segments TO share_app;
GRANT SELECT ON TABLE share.segments TO share_user;


--
-- Name: TABLE share; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.share TO share_admin;
GRANT SELECT ON TABLE share.share TO share_app;
GRANT SELECT ON TABLE share.share TO share_user;


--
-- Name: TABLE shares; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.shares TO share_admin;
GRANT SELECT ON TABLE share.shares TO share_app;
GRANT SELECT ON TABLE share.shares TO share_user;


--
-- Name: TABLE slug; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.slug TO share_admin;
GRANT SELECT ON TABLE share.slug TO share_app;
GRANT SELECT ON TABLE share.slug TO share_user;


--
-- Name: TABLE webhook; Type: ACL; Schema: share; Owner: share_owner
--

GRANT SELECT ON TABLE share.webhook TO share_admin;
GRANT SELECT ON TABLE share.webhook TO share_app;
GRANT SELECT ON TABLE share.webhook TO share_user;


--
-- PostgreSQL database dump complete
--

\unrestrict yJrtFMIWjwe5nT82G6jjPwFdS2ZRb3Sr0ykVtZm44B4pOiwprxKzd9cf7oJeg3F

