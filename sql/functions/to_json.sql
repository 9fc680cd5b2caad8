create function share.to_json(share share.share_details)
returns jsonb
language plpgsql stable parallel safe strict
set search_path = pg_catalog, pg_temp
as $$
begin
    -- jsonb_strip_nulls goes deep; metadata keeps its nulls.
    return jsonb_strip_nulls(jsonb_build_object(
        'id', share.id,
        'object', 'share',
        'file_id', share.file_id,
        'file_segment_id', share.file_segment_id,
        'asset_type', share.asset_type,
        'status', share.status,
        'visibility', share.visibility,
        'link_preview', share.link_preview,
        'title', share.title,
        'description', share.description,
        'created_at', floor(extract(epoch from share.created_at) * 1000)::bigint,
        'preview_url', share.preview_url,
        'media_download_url', share.media_download_url,
        'media_download_expires_at', floor(extract(epoch from share.media_download_expires_at) * 1000)::bigint,
        'share_url', share.share_url,
        'stream_url', share.stream_url
    )) || jsonb_build_object('metadata', coalesce(share.metadata, '{}'));
end
$$;
comment on function share.to_json is 'The share as the public contract has it: times in milliseconds since 1970, null members left out, metadata always there and untouched.';
