using DynamoGen.Streams.Sinks;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>However changes are cut into batches, sent again and out of order, the documents end as the items are; what makes that so is taken away in turn.</summary>
public sealed class ConvergenceTests : SinkTest
{
    private const int Runs = 60;

    [Fact]
    public async Task Any_order_of_deliveries_ends_in_the_documents_of_the_table()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            await RunAsync(seed, ChangingTable.Map);
            AssertSame();
        }
    }

    [Fact]
    public async Task Without_external_versions_it_does_not()
    {
        Server.Mutate = static (_, about) => about.Remove("version_type");

        Assert.True(await DivergesAsync(ChangingTable.Map));
    }

    [Fact]
    public async Task Without_versions_of_deletes_it_does_not()
    {
        Server.Mutate = static (action, about) => _ = action == "delete" && about.Remove("version_type");

        Assert.True(await DivergesAsync(ChangingTable.Map));
    }

    [Fact]
    public async Task With_deletes_at_the_version_of_the_last_write_it_does_not()
    {
        Server.Mutate = static (action, about) => about["version"] = (long)about["version"]! - (action == "delete" ? 1 : 0);

        Assert.True(await DivergesAsync(ChangingTable.Map));
    }

    [Fact]
    public async Task With_the_count_alone_items_that_are_created_again_do_not() => Assert.True(await DivergesAsync(ChangingTable.CountedMap));

    private async Task<bool> DivergesAsync(EntityMap<IndexedDocument> map)
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            await RunAsync(seed, map);
            if (!IsSame())
            {
                return true;
            }
        }

        return false;
    }

    private async Task RunAsync(int seed, EntityMap<IndexedDocument> map)
    {
        CreateIndices(TimeSpan.FromHours(25));
        var random = new Random(seed);
        Change(random);
        var sink = Sink(map: map);
        var deliveries = Table.Stream.Concat(Table.Stream.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(deliveries);
        foreach (var batch in deliveries.Chunk(random.Next(1, 12)))
        {
            Server.Refuse = _ => random.Next(10) == 0 ? 429 : null;
            IReadOnlyList<StreamRecord> left = batch;
            while (left.Count > 0)
            {
                var undelivered = await sink.DeliverAsync(left, CancellationToken.None);
                left = [.. undelivered.Select(change => left[change.Index])];
            }

            Time.Advance(TimeSpan.FromMinutes(random.Next(10)));
        }
    }

    private void Change(Random random)
    {
        for (var change = 0; change < 60; change++)
        {
            // Less than a millisecond apart, so that an item is created again in the one that it was deleted in.
            Time.Advance(TimeSpan.FromMicroseconds(random.Next(1, 500)));
            var id = $"{random.Next(6)}";
            var status = random.Next(6) == 0 ? "hidden" : $"s{change}";
            switch (random.Next(4))
            {
                case 0 when Table.Find(id) is not null:
                    Table.Delete(id);
                    break;
                case 1:
                    Table.PutArticle(id, $"s{change}");
                    break;
                default:
                    Table.PutOrder(id, status);
                    break;
            }
        }
    }
}
