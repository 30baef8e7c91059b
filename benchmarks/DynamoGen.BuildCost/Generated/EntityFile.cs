using System.Globalization;

namespace DynamoGen.BuildCost.Generated;

/// <summary>An entity with ten attributes, an index and a version with an upcaster, and its repository.</summary>
internal static class EntityFile
{
    public const string Table = """
        using DynamoGen;

        namespace Many;

        [Table("many")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        public sealed partial class ManyTable;
        """;

    public static string Source(int number) => Template.Replace("$N", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private const string Template = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using DynamoGen;

        namespace Many;

        public enum Status$N { Open, Paid, Shipped }

        public sealed record Line$N(string Article, int Quantity, decimal Price);

        [Entity<ManyTable>(Version = 2)]
        [Key("E$N#{CustomerId}", "ORDER#{OrderedAt:yyyy-MM-dd}#{OrderId}")]
        [Key("gsi1", "E$N#ORDER#{OrderId}", "ORDER")]
        public sealed partial record Order$N
        {
            public required string CustomerId { get; init; }
            public required int OrderId { get; init; }
            public required DateTimeOffset OrderedAt { get; init; }
            public Status$N Status { get; init; }
            public required decimal Freight { get; init; }
            public IReadOnlyList<Line$N> Lines { get; init; } = [];
            public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
            public HashSet<string>? Tags { get; init; }
            public bool IsGift { get; init; }
            [OptimisticLock] public long Revision { get; init; }

            [Upcast(1, nameof(Freight))]
            private static decimal FreightOfText(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        }

        [Repository<Order$N>]
        public partial interface IOrders$N
        {
            ValueTask<Order$N?> Get(string customerId, DateTimeOffset orderedAt, int orderId, CancellationToken cancellationToken = default);

            IAsyncEnumerable<Order$N> OfCustomer(string customerId, DateOnly? from = null, DateOnly? to = null);

            [Index("gsi1")]
            ValueTask<Order$N?> ById(int orderId, CancellationToken cancellationToken = default);

            ValueTask Put(Order$N order, CancellationToken cancellationToken = default);

            [Update("SET Status = {status} ADD Freight {more}")]
            ValueTask<Order$N> UpdateStatus(string customerId, DateTimeOffset orderedAt, int orderId, long revision, Status$N status, decimal more, CancellationToken cancellationToken = default);

            ValueTask Delete(Order$N order, CancellationToken cancellationToken = default);
        }
        """;
}
