using DynamoGen;

namespace HelpDesk;

/// <summary>The one table. A queue is busy, so that its index is spread over shards, as a day's audit is in the table itself; few tickets are escalated, so that theirs is sparse.</summary>
[Table("help-desk", TimeToLive = "expires")]
[GlobalIndex("by-queue", PartitionKey = "queue-pk", SortKey = "queue-sk")]
[GlobalIndex("by-customer", PartitionKey = "customer-pk", SortKey = "customer-sk")]
[GlobalIndex("escalated", PartitionKey = "escalated-pk", SortKey = "escalated-sk")]
public sealed partial class HelpDeskTable;
