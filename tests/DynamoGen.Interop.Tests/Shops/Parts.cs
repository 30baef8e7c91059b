namespace DynamoGen.Interop.Tests.Shops;

// What the items of the three shops hold, under the names that the programs in node give it.
public sealed record Address
{
    [AttributeName("street")]
    public required string Street { get; init; }

    [AttributeName("floor")]
    public int? Floor { get; init; }
}

public sealed record Contact
{
    [AttributeName("kind")]
    public required string Kind { get; init; }

    [AttributeName("value")]
    public required string Value { get; init; }
}

public sealed record Line
{
    [AttributeName("article")]
    public required string Article { get; init; }

    [AttributeName("count")]
    public int Count { get; init; }

    [AttributeName("price")]
    public decimal Price { get; init; }
}

public enum OrderStatus
{
    [EnumName("open")]
    Open,

    [EnumName("shipped")]
    Shipped,
}
