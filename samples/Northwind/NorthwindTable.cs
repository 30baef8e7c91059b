using DynamoGen;

namespace Northwind;

/// <summary>
/// The one table of the shop. Its indexes are overloaded: each entity says what it keeps in them, and the build checks every access pattern against that.
/// </summary>
[Table("northwind")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
[GlobalIndex("gsi3", PartitionKey = "gsi3pk", SortKey = "gsi3sk")]
public sealed partial class NorthwindTable;
