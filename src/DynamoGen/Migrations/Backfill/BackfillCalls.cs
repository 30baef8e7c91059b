using DynamoGen.Calls;

namespace DynamoGen.Migrations.Backfill;

/// <summary>What a backfill sends its requests through.</summary>
/// <param name="Source">Sends reads of old items.</param>
/// <param name="Target">Sends reads of new items: the same, where both lie in one account and region.</param>
/// <param name="Batches">Sends writes of new items, at their pace.</param>
/// <param name="Reading">The pace of the reads.</param>
internal sealed record BackfillCalls(RequestSender Source, RequestSender Target, BatchSender Batches, CapacityPace Reading);
