namespace DynamoGen.Tests.Repositories;

[Table("shop")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
[GlobalIndex("gsi2", PartitionKey = "gsi2pk", SortKey = "gsi2sk")]
public sealed partial class Shop;

public enum Status
{
    Open,
    Shipped,
}

[Entity<Shop>]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderedAt}#{OrderId}")]
[Key("gsi1", "STATUS#{Status}", "{OrderedAt}#{OrderId}", Shards = 5)]
[Key("gsi2", "CITY#{City}", "{Street}#{OrderId}")]
public sealed partial record Order
{
    public required string CustomerId { get; init; }

    public required int OrderId { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    public Status Status { get; init; }

    public string? City { get; init; }

    public string Street { get; init; } = string.Empty;

    public string? Notes { get; init; }
}

[Entity<Shop>]
[Key("CUSTOMER#{CustomerId}", "PROFILE")]
public sealed partial record Customer(string CustomerId, string Name);

[ItemCollection]
public sealed partial record CustomerWithOrders
{
    public required Customer Customer { get; init; }

    public required IReadOnlyList<Order> Orders { get; init; }
}

[Repository<Order>]
public partial interface IOrders
{
    ValueTask<Order?> Get(string customerId, DateTimeOffset orderedAt, int orderId, CancellationToken cancellationToken = default);

    [ConsistentRead]
    Task<Order?> GetConsistently(string customerId, DateTimeOffset orderedAt, int orderId);

    IAsyncEnumerable<Order> OfCustomer(string customerId, DateTimeOffset? from = null, DateTimeOffset? to = null, int? limit = null);

    IAsyncEnumerable<Order> OnDays(string customerId, DateOnly from, DateOnly to);

    [Descending]
    ValueTask<IReadOnlyList<Order>> Latest(string customerId, int limit, CancellationToken cancellationToken = default);

    [Index("gsi1")]
    IAsyncEnumerable<Order> WithStatus(Status status, DateTimeOffset? from = null, int? limit = null);

    [Index("gsi1"), Descending]
    IAsyncEnumerable<Order> LatestWithStatus(Status status);

    [Index("gsi2")]
    IAsyncEnumerable<Order> InStreet(string city, string street);

    [Index("gsi2")]
    IAsyncEnumerable<Order> InStreetsLike(string city, string streetPrefix);

    [Index("gsi2")]
    IAsyncEnumerable<Order> InStreetsBetween(string city, string? fromStreet, string? toStreet);

    [Index("gsi2")]
    ValueTask<Order?> AnyInCity(string city);

    ValueTask<CustomerWithOrders?> WithCustomer(string customerId, CancellationToken cancellationToken = default);

    [Descending]
    ValueTask<CustomerWithOrders?> WithCustomerLatest(string customerId, int? limit = null);

    ValueTask Put(Order order, CancellationToken cancellationToken = default);

    Task Delete(Order order);

    ValueTask DeleteByKey(string customerId, DateTimeOffset orderedAt, int orderId);

    [AllowScan("the test reads all orders")]
    IAsyncEnumerable<Order> ScanAll(int segments, CancellationToken cancellationToken = default);

    ValueTask PutMany(IEnumerable<Order> orders, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys);

    Task DeleteMany(IReadOnlyCollection<Order.PrimaryKey> keys);
}

[Repository<Customer>]
public partial interface ICustomers
{
    ValueTask<Customer?> Get(string customerId);

    ValueTask Put(Customer customer);
}
