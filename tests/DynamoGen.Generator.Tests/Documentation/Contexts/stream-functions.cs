using System.IO;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2;
using DynamoGen.Repositories;
using DynamoGen.Streams;
using DynamoGen.Streams.Failures;
using DynamoGen.Streams.Fences;
using DynamoGen.Streams.Lambda;
using DynamoGen.Transactions;

namespace Orders;

[Table("shop", Stream = StreamView.NewAndOldImages)]
public sealed partial class Shop;

[Entity<Shop>]
[Key("ORDER#{OrderId}", "ORDER")]
public sealed partial record Order(int OrderId, string Status);

public sealed class Search;

[StreamHandler<Shop>]
public sealed partial class OrderEvents(Search search)
{
    private ValueTask Inserted(Order order) => search is null ? throw new InvalidOperationException() : default;
}

public sealed record Totals(int Count);

public sealed class TotalsByMinute : IStreamWindowHandler<Totals>
{
    public ValueTask<Totals> AddAsync(Totals? state, StreamRecord record, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask CompleteAsync(Totals? state, StreamWindow window, CancellationToken cancellationToken) => default;
}

public sealed class TotalsJson
{
    public static TotalsJson Default { get; } = new();

    public JsonTypeInfo<Totals> Totals => throw new NotSupportedException();
}

internal static class Use
{
    public static void Function(Search search)
    {
        // 1
        _ = (Func<Stream, CancellationToken, Task<Stream>>)Handle;
    }

    public static void Options(OrderEvents handler, RepositoryContext context, ITransactions transactions, IAmazonDynamoDB client, DynamoGenOptions options)
    {
        // 2
    }

    public static void Windows()
    {
        // 3
    }
}
