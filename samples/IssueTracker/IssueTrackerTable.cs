using DynamoGen;

namespace IssueTracker;

/// <summary>The one table. Both indexes are overloaded: what they mean depends on the entity, and the build checks each access pattern against that.</summary>
[Table("issue-tracker", TimeToLive = "expires")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class IssueTrackerTable;
