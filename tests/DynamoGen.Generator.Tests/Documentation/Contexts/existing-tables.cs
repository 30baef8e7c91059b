namespace Marked
{
    // 1
}

namespace Depots
{
    public enum Condition { Fresh, Used }

    [Table("depot")]
    [GlobalIndex("by-place", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
    public sealed partial class Depot;

    [Entity<Depot>]
    // 2
    public sealed partial record Tool(string Owner, Guid Id, int Serial, Condition Condition, string City, decimal Weight, DateTimeOffset Bought, string Name);
}
