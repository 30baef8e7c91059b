using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Interop.Tests.Shops;

/// <summary>The shop that OneTable fills.</summary>
[Table("onetable-shop", TypeAttribute = "_type")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class OneTableShop;

[ItemCollection(typeof(OneTableCustomer), typeof(OneTableOrder))]
public interface IOneTableItem;

[Entity<OneTableShop>(Name = "Customer")]
[Key("customer#{CustomerId:raw}", "profile")]
[Key("gsi1", "country#{Country:raw}", "customer#{Name:raw}")]
public sealed partial record OneTableCustomer : ICustomer, IOneTableItem
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

    [AttributeName("birthday")]
    public DateTime? Birthday { get; init; }

    /// <summary>The bytes as OneTable stores them: text in base64.</summary>
    [AttributeName("photo")]
    public string? Photo { get; init; }

    [AttributeName("created"), CreatedAt]
    public DateTimeOffset Created { get; init; }

    [AttributeName("updated"), UpdatedAt]
    public DateTimeOffset Updated { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[Entity<OneTableShop>(Name = "Order")]
[Key("customer#{CustomerId:raw}", "order#{OrderNumber:D6}")]
[Key("gsi1", "status#{Status}", "order#{OrderNumber:D}")]
public sealed partial record OneTableOrder : IOrder, IOneTableItem
{
    [AttributeName("customerId")]
    public required string CustomerId { get; init; }

    [AttributeName("orderNumber")]
    public int OrderNumber { get; init; }

    [AttributeName("placedAt")]
    public required DateTimeOffset PlacedAt { get; init; }

    [AttributeName("status")]
    public OrderStatus Status { get; init; }

    [AttributeName("lines")]
    public IReadOnlyList<Line> Lines { get; init; } = [];

    [AttributeName("note")]
    public string? Note { get; init; }

    [AttributeName("created"), CreatedAt]
    public DateTimeOffset Created { get; init; }

    [AttributeName("updated"), UpdatedAt]
    public DateTimeOffset Updated { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[ItemCollection]
public sealed partial record OneTableAccount
{
    public required OneTableCustomer Customer { get; init; }

    public required IReadOnlyList<OneTableOrder> Orders { get; init; }
}

[Repository<OneTableCustomer>]
public partial interface IOneTableCustomers
{
    [ConsistentRead]
    ValueTask<OneTableCustomer?> Get(string customerId);

    [ConsistentRead]
    ValueTask<OneTableAccount?> Account(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<OneTableCustomer>> Of(string country);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IOneTableItem> Everything(int segments);

    ValueTask Create(OneTableCustomer customer);

    ValueTask<OneTableCustomer> Replace(OneTableCustomer customer);

    [Update("SET Country = {country}, Nickname = {nickname} ADD Visits {more}")]
    ValueTask<OneTableCustomer> UpdateCountry(string customerId, string country, string nickname, int more);
}

[Repository<OneTableOrder>]
public partial interface IOneTableOrders
{
    [ConsistentRead]
    ValueTask<OneTableOrder?> Get(string customerId, int orderNumber);

    [ConsistentRead]
    ValueTask<IReadOnlyList<OneTableOrder>> All(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<OneTableOrder>> With(OrderStatus status);

    ValueTask Put(OneTableOrder order);

    [Update("SET Note = {note}")]
    ValueTask<OneTableOrder> UpdateNote(string customerId, int orderNumber, string note);

    [Update("REMOVE Note")]
    ValueTask<OneTableOrder> UpdateWithoutNote(string customerId, int orderNumber);
}
