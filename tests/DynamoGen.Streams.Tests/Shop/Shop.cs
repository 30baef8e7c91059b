namespace DynamoGen.Streams.Tests.Shop;

[Table("shop", Stream = StreamView.NewAndOldImages, TimeToLive = "expires")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class ShopTable;

[Entity<ShopTable>(Version = 2)]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
[Key("gsi1", "STATUS#{Status}#{CustomerId}", "{OrderId}")]
public sealed partial record Order
{
    public required string CustomerId { get; init; }

    public required int OrderId { get; init; }

    public required string Status { get; init; }

    public decimal? Freight { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public Dictionary<string, int> Counts { get; init; } = [];

    public IReadOnlyList<Line> Lines { get; init; } = [];

    [Upcast(from: 1, nameof(Freight))]
    private static decimal? FromCents(int? cents) => cents / 100m;
}

public sealed record Line(string Product, int Quantity);

[Entity<ShopTable>]
[Key("CUSTOMER#{CustomerId}", "PROFILE")]
[Unique("EMAIL#{Email}")]
public sealed partial record Customer
{
    public required string CustomerId { get; init; }

    public required string Email { get; init; }

    [TimeToLive]
    [AttributeName("expires")]
    public DateTimeOffset? ExpiresAt { get; init; }
}

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(string customerId, int orderId);

    ValueTask Put(Order order);

    ValueTask Delete(string customerId, int orderId);

    /// <summary>Its answer could be lost and its repetition refused, so that it leaves a mark.</summary>
    [Update("SET Freight = {freight}")]
    [Condition("attribute_not_exists(Freight)")]
    ValueTask UpdateFreight(string customerId, int orderId, decimal freight);
}

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask Create(Customer customer);

    ValueTask Delete(Customer customer);
}
