create type share.processing_status as enum ('pending', 'processing', 'completed', 'failed');
comment on type share.processing_status is 'Processing of the media. Moves: pending to processing or failed, processing to completed or failed, failed or completed back to processing.';
