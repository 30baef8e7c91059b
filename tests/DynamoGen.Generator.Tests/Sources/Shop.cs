namespace DynamoGen.Generator.Tests.Sources;

/// <summary>A small design that most tests start from.</summary>
internal static class Shop
{
    public const string Table = """
        namespace Shop;

        [Table("shop")]
        [GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        [GlobalIndex("by-status", PartitionKey = "statuspk", SortKey = "statussk")]
        public sealed partial class ShopTable;
        """;

    public const string Order = """
        namespace Shop;

        public enum OrderStatus { Open, Shipped }

        public readonly record struct Money(decimal Amount, string Currency);

        [Entity<ShopTable>(Version = 2)]
        [Key("CUSTOMER#{CustomerId}", "ORDER#{OrderedAt:yyyy-MM-dd}#{OrderId}")]
        [Key("gsi1", "ORDER#{OrderId}", "ORDER")]
        [Key("by-status", "STATUS#{Status}", "{ShippedAt}#{OrderId}", Shards = 8)]
        public sealed partial record Order
        {
            public required string CustomerId { get; init; }
            public required int OrderId { get; init; }
            public required DateTimeOffset OrderedAt { get; init; }
            public DateTimeOffset? ShippedAt { get; init; }
            public OrderStatus Status { get; init; }
            public required Money Freight { get; init; }
            public IReadOnlyList<string> Notes { get; init; } = [];
            public HashSet<string>? Tags { get; init; }

            [Upcast(1, nameof(Freight))]
            private static Money FreightInDollars(decimal amount) => new(amount, "USD");
        }
        """;

    public const string Orders = """
        namespace Shop;

        [Repository<Order>]
        public partial interface IOrders
        {
            ValueTask<Order?> Get(string customerId, DateTimeOffset orderedAt, int orderId, CancellationToken cancellationToken = default);

            IAsyncEnumerable<Order> OfCustomer(string customerId, DateOnly? from = null, DateOnly? to = null);

            [Index("gsi1")]
            ValueTask<Order?> ById(int orderId, CancellationToken cancellationToken = default);

            [Index("by-status"), Descending]
            IAsyncEnumerable<Order> WithStatus(OrderStatus status, DateTimeOffset? from = null, int? limit = null);

            Task Put(Order order, CancellationToken cancellationToken = default);

            ValueTask Delete(Order order, CancellationToken cancellationToken = default);
        }
        """;
}
