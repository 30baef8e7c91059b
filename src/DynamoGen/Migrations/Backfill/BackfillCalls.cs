using DynamoGen.Calls;

namespace DynamoGen.Migrations.Backfill;

/// <summary>What a backfill sends its requests through.</summary>
/// <param name="Sender">Sends reads.</param>
/// <param name="Batches">Sends writes, at their pace.</param>
/// <param name="Reading">The pace of the reads.</param>
internal sealed record BackfillCalls(RequestSender Sender, BatchSender Batches, CapacityPace Reading);
