using DynamoGen.Streams.Sinks;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>A table, an index of its orders and one of its articles, on virtual time.</summary>
public abstract class SinkTest : IAsyncDisposable
{
    private protected SinkTest()
    {
        Server = new FakeElasticsearch(Time);
        Table = new ChangingTable(Time);
        CreateIndices(TimeSpan.FromHours(25));
    }

    private protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private protected FakeElasticsearch Server { get; }

    private protected ChangingTable Table { get; private set; }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Server.DisposeAsync();
    }

    private protected void CreateIndices(TimeSpan? deletesRemembered)
    {
        Table = new ChangingTable(Time);
        Server.Indices.Create(ChangingTable.OrderIndex, deletesRemembered);
        Server.Indices.Create(ChangingTable.ArticleIndex, deletesRemembered);
    }

    private protected ElasticsearchSink Sink(ElasticsearchSinkOptions? options = null, EntityMap<IndexedDocument>? map = null) =>
        new(Server.Client, map ?? ChangingTable.Map, options);

    private protected static async Task DeliverAsync(ElasticsearchSink sink, params IReadOnlyList<StreamRecord> records) =>
        Assert.Empty(await sink.DeliverAsync(records, CancellationToken.None));

    private protected void AssertSame()
    {
        foreach (var index in new[] { ChangingTable.OrderIndex, ChangingTable.ArticleIndex })
        {
            Assert.Equal(
                Table.Expected(index).OrderBy(entry => entry.Key, StringComparer.Ordinal),
                Server.Indices.Documents(index).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        }
    }

    private protected bool IsSame() => new[] { ChangingTable.OrderIndex, ChangingTable.ArticleIndex }.All(index =>
        Table.Expected(index).ToHashSet().SetEquals(Server.Indices.Documents(index)));
}
