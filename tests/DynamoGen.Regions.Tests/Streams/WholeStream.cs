using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;

namespace DynamoGen.Regions.Tests.Streams;

/// <summary>Reads the change stream of one region from its beginning.</summary>
internal static class WholeStream
{
    /// <summary>All records of a table's stream up to now, those of one item in their order.</summary>
    public static async Task<IReadOnlyList<StreamRecord>> ReadAsync(IStreamClient client, string table) =>
        await (await OpenAsync(client, table)).ReadAsync();

    /// <summary>A reader that keeps its place in a table's stream, at whose beginning it starts.</summary>
    public static async Task<RegionStream> OpenAsync(IStreamClient client, string table) =>
        new(client, Assert.Single(await client.ListStreamsAsync(table, TestContext.Current.CancellationToken)).Arn);
}
