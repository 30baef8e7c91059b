using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Interop.Tests.Shops;

/// <summary>The shop that DynamoDB Toolbox fills.</summary>
[Table("toolbox-shop", TypeAttribute = "_et")]
[GlobalIndex("gsi1", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
public sealed partial class ToolboxShop;

[ItemCollection(typeof(ToolboxCustomer), typeof(ToolboxOrder))]
public interface IToolboxItem;

[Entity<ToolboxShop>(Name = "Customer")]
[Key("CUSTOMER#{CustomerId:raw}", "PROFILE")]
[Key("gsi1", "COUNTRY#{Country:raw}", "CUSTOMER#{Name:raw}")]
public sealed partial record ToolboxCustomer : ICustomer, IToolboxItem
{
    [AttributeName("id")]
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

    [AttributeName("scores")]
    public IReadOnlySet<decimal> Scores { get; init; } = new HashSet<decimal>();

    [AttributeName("limits")]
    public IReadOnlyDictionary<string, decimal>? Limits { get; init; }

    [AttributeName("photo")]
    public byte[]? Photo { get; init; }

    [AttributeName("_ct"), CreatedAt]
    public DateTimeOffset Created { get; init; }

    [AttributeName("_md"), UpdatedAt]
    public DateTimeOffset Modified { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[Entity<ToolboxShop>(Name = "Order")]
[Key("CUSTOMER#{CustomerId:raw}", "ORDER#{OrderNumber:D}")]
[Key("gsi1", "STATUS#{Status}", "{PlacedAt:raw}")]
public sealed partial record ToolboxOrder : IOrder, IToolboxItem
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

    [AttributeName("_ct"), CreatedAt]
    public DateTimeOffset Created { get; init; }

    [AttributeName("_md"), UpdatedAt]
    public DateTimeOffset Modified { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

[ItemCollection]
public sealed partial record ToolboxAccount
{
    public required ToolboxCustomer Customer { get; init; }

    public required IReadOnlyList<ToolboxOrder> Orders { get; init; }
}

[Repository<ToolboxCustomer>]
public partial interface IToolboxCustomers
{
    [ConsistentRead]
    ValueTask<ToolboxCustomer?> Get(string customerId);

    [ConsistentRead]
    ValueTask<ToolboxAccount?> Account(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<ToolboxCustomer>> Of(string country);

    [AllowScan("Tests look at all of it.")]
    IAsyncEnumerable<IToolboxItem> Everything(int segments);

    ValueTask Create(ToolboxCustomer customer);

    ValueTask<ToolboxCustomer> Replace(ToolboxCustomer customer);

    [Update("SET Country = {country}, Nickname = {nickname} ADD Visits {more}")]
    ValueTask<ToolboxCustomer> UpdateCountry(string customerId, string country, string nickname, int more);
}

[Repository<ToolboxOrder>]
public partial interface IToolboxOrders
{
    [ConsistentRead]
    ValueTask<ToolboxOrder?> Get(string customerId, int orderNumber);

    [ConsistentRead]
    ValueTask<IReadOnlyList<ToolboxOrder>> All(string customerId);

    [Index("gsi1")]
    ValueTask<IReadOnlyList<ToolboxOrder>> With(OrderStatus status);

    ValueTask Put(ToolboxOrder order);

    [Update("SET Note = {note}")]
    ValueTask<ToolboxOrder> UpdateNote(string customerId, int orderNumber, string note);

    [Update("REMOVE Note")]
    ValueTask<ToolboxOrder> UpdateWithoutNote(string customerId, int orderNumber);
}
