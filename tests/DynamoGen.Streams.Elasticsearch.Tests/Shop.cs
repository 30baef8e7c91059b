namespace DynamoGen.Streams.Elasticsearch.Tests;

[Table("search-shop", Stream = StreamView.NewAndOldImages)]
public sealed partial class SearchShop;

/// <summary>An item with a count and a time of creation; an article can take its place under the same key.</summary>
[Entity<SearchShop>]
[Key("THING#{Id}", "THING")]
public sealed partial record Order
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    [OptimisticLock]
    public long Count { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Another entity, which the tests put under the keys of orders.</summary>
[Entity<SearchShop>]
[Key("ARTICLE#{Id}", "ARTICLE")]
public sealed partial record Article
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    [OptimisticLock]
    public long Count { get; init; }

    [CreatedAt]
    public DateTimeOffset CreatedAt { get; init; }
}

public sealed record ThingDocument(string Id, string Status, string Kind);
