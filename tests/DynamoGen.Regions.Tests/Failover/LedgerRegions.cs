using DynamoGen.Hosting;
using DynamoGen.Streams;
using DynamoGen.Streams.Shards;
using DynamoGen.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Failover;

/// <summary>Three regions with a ledger, and the processes of an application in them.</summary>
internal sealed class LedgerRegions : IAsyncDisposable
{
    public const string America = "us-east-1";
    public const string Europe = "eu-west-1";
    public const string Asia = "ap-southeast-1";

    private readonly List<ServiceProvider> _guarding = [];

    private LedgerRegions(SimulatedRegions regions) => Regions = regions;

    public SimulatedRegions Regions { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LedgerRegions> StartAsync()
    {
        var ledgers = new LedgerRegions(await SimulatedRegions.StartAsync(new SimulatedRegionsOptions { Seed = 22 }, America, Europe, Asia));
        foreach (var region in ledgers.Regions.Names)
        {
            ledgers._guarding.Add(await ledgers.StartProcessAsync(region));
        }

        return ledgers;
    }

    /// <summary>A process of the application.</summary>
    public Task<ServiceProvider> StartProcessAsync(string region, TimeProvider? clock = null) => Regions.CreateServicesAsync(
        region,
        services =>
        {
            if (clock is not null)
            {
                services.AddSingleton(clock);
            }

            var builder = services.AddDynamoGen(options => options.MaxErrorRetry = 0);
            foreach (var name in Regions.Names)
            {
                builder.AddRegion(name);
            }

            builder.ConfigureRegions(static options => options.ForeignWrites = ForeignWrites.Send).AddRepository<ILedger>().AddWriterGuard<LedgerTable>();
        },
        Cancellation);

    /// <summary>Replicates and lets the guard of each region read its stream until nothing changes any more.</summary>
    public async Task SettleAsync()
    {
        do
        {
            await Regions.ReplicateAsync(cancellationToken: Cancellation);
            foreach (var services in _guarding)
            {
                var guard = services.GetRequiredService<StreamHandlerRegistration>().CreateHandler(services);
                await ReadStreamAsync(services.GetRequiredService<IStreamClient>(), guard);
            }
        }
        while (await Regions.ReplicateAsync(cancellationToken: Cancellation) > 0);
    }

    public ValueTask DisposeAsync() => Regions.DisposeAsync();

    /// <summary>Gives every record to a handler from the beginning, those of one item in their order.</summary>
    private static async Task ReadStreamAsync(IStreamClient client, IStreamHandler handler)
    {
        var stream = Assert.Single(await client.ListStreamsAsync("ledger", Cancellation));
        foreach (var shard in (await client.DescribeStreamAsync(stream.Arn, cancellationToken: Cancellation)).Shards)
        {
            var iterator = await client.GetShardIteratorAsync(stream.Arn, shard.ShardId, ShardStart.TrimHorizon, Cancellation);
            while (iterator is not null)
            {
                var page = await client.GetRecordsAsync(iterator, cancellationToken: Cancellation);
                foreach (var record in page.Records)
                {
                    await handler.HandleAsync(record, Cancellation);
                }

                // An open shard has no end.
                iterator = page.Records.Count == 0 ? null : page.NextIterator;
            }
        }
    }
}
