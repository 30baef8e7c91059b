using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Interop.Tests.Shops;

/// <summary>The shop that ElectroDB fills.</summary>
[Table("electro-shop", TypeAttribute = "__edb_e__")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class ElectroShop;

[ItemCollection(typeof(ElectroCustomer), typeof(ElectroOrder))]
public interface IElectroItem;

[Entity<ElectroShop>(Name = "customer")]
[Key("$shop#customerid_{CustomerId:lower}", "$account#customer_1")]
[Key("gsi1", "$shop#country_{Country:lower}", "$customer_1#name_{Name:lower}")]
public sealed partial record ElectroCustomer : ICustomer, IElectroItem
{
    [AttributeName("customerId")]
    public required string CustomerId { get; init; }

    [AttributeName("name")]
    public required string Name { get; init; }

    [AttributeName("country")]
    public required string Country { get; init; }

    [AttributeName("visits")]
    public int Visits { get; init; }

    [AttributeName("credit")]
    public decimal? Credit { get; init; }

    [AttributeName("isMember")]
    public bool? IsMember { get; init; }

    [AttributeName("nickname")]
    public string? Nickname { get; init; }

    [AttributeName("address")]
    public Address? Address { get; init; }

    [AttributeName("contacts")]
    public IReadOnlyList<Contact>? Contacts { get; init; }

    [AttributeName("tags")]
    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    [AttributeName("__edb_v__")]
    public string ModelVersion { get; init; } = "1";

    [AttributeName("scores")]
    public IReadOnlySet<decimal> Scores { get; init; } = new HashSet<decimal>();

    [AttributeName("createdAt"), EpochMilliseconds]
    public DateTimeOffset CreatedAt { get; init; }

    [AttributeName("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[Entity<ElectroShop>(Name = "order")]
[Key("$shop#customerid_{CustomerId:lower}", "$account#order_1#ordernumber_{OrderNumber:D}")]
[Key("gsi1", "$shop#status_{Status:lower}", "$order_1#placedat_{PlacedAt:lower}")]
public sealed partial record ElectroOrder : IOrder, IElectroItem
{
    [AttributeName("customerId")]
    public required string CustomerId { get; init; }

    [AttributeName("orderNumber")]
    public int OrderNumber { get; init; }

    [AttributeName("placedAt")]
    public required string PlacedAt { get; init; }

    [AttributeName("status")]
    public OrderStatus Status { get; init; }

    [AttributeName("lines")]
    public IReadOnlyList<Line> Lines { get; init; } = [];

    [AttributeName("note")]
    public string? Note { get; init; }

    [AttributeName("__edb_v__")]
    public string ModelVersion { get; init; } = "1";

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[ItemCollection]
public sealed partial record ElectroAccount
{
    public required ElectroCustomer Customer { get; init; }

    public required IReadOnlyList<ElectroOrder> Orders { get; init; }
}

[Repository<ElectroCustomer>]
public partial interface IElectroCustomers
{
    [ConsistentRead]
    ValueTask<ElectroCustomer?> Get(string customerId);

    [ConsistentRead]
    ValueTask<ElectroAccount?> Account(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<ElectroCustomer>> Of(string country);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IElectroItem> Everything(int segments);

    ValueTask Create(ElectroCustomer customer);

    ValueTask<ElectroCustomer> Replace(ElectroCustomer customer);

    [Update("SET Country = {country}, Nickname = {nickname} ADD Visits {more}")]
    ValueTask<ElectroCustomer> UpdateCountry(string customerId, string country, string nickname, int more);
}

[Repository<ElectroOrder>]
public partial interface IElectroOrders
{
    [ConsistentRead]
    ValueTask<ElectroOrder?> Get(string customerId, int orderNumber);

    [ConsistentRead]
    ValueTask<IReadOnlyList<ElectroOrder>> All(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<ElectroOrder>> With(OrderStatus status);

    ValueTask Put(ElectroOrder order);

    [Update("SET Note = {note}")]
    ValueTask<ElectroOrder> UpdateNote(string customerId, int orderNumber, string note);

    [Update("REMOVE Note")]
    ValueTask<ElectroOrder> UpdateWithoutNote(string customerId, int orderNumber);
}
