using System.Linq;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Regions.Conflicts;
using DynamoGen.Regions.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Stamps
{
    // 1
    // 2
    // 3

    internal static class Use
    {
        public static void Register(IServiceCollection services)
        {
            // 8
        }
    }
}

namespace Tombstones
{
    [Table("orders", Stream = StreamView.NewAndOldImages, TimeToLive = "until")]
    [Replica("us-east-1"), Replica("eu-west-1")]
    [AnyRegion]
    public sealed partial class OrderTable;

    [Entity<OrderTable>]
    [Key("ORDER#{Id}", "ORDER")]
    public sealed partial record Order(Guid Id)
    {
        [TimeToLive, AttributeName("until")] public DateTimeOffset? Until { get; init; }
        [UpdatedAt] public DateTimeOffset UpdatedAt { get; init; }
        [UpdatedRegion] public string? UpdatedIn { get; init; }
        [LineageMark] public string? Mark { get; init; }
        [LineageBase] public string? BasedOn { get; init; }
    }

    [Repository<Order>]
    public partial interface IOrders
    {
        // 4
        // 7
    }
}

namespace Counters
{
    [Table("pages", Stream = StreamView.NewAndOldImages)]
    [Replica("us-east-1"), Replica("eu-west-1")]
    [AnyRegion]
    public sealed partial class PageTable;

    // 5.1
    // 5.2

    internal static class Use
    {
        public static void Register(IServiceCollection services)
        {
            // 5.3
        }
    }
}

namespace Registers
{
    [Table("labels", Stream = StreamView.NewAndOldImages)]
    [Replica("us-east-1"), Replica("eu-west-1")]
    [AnyRegion]
    public sealed partial class LabelTable;

    // 6.1
    // 6.2

    internal static class Use
    {
        public static async Task Run(ILabels labels)
        {
            // 6.3
        }
    }
}
