using Amazon.DynamoDBv2;
using DynamoGen;
using DynamoGen.Streams.Failures;
using Microsoft.Extensions.DependencyInjection;
using OrderStreams.Handlers;

namespace OrderStreams.Workers;

/// <summary>The command that shows the failed records of the search indexer, and feeds them to it again.</summary>
internal static class FailedCommand
{
    public static async Task<int> RunAsync(SampleAddress address)
    {
        var services = new ServiceCollection();
        services.AddOrders(address).Services.AddSingleton<SearchIndexer>();
        await using var provider = services.BuildServiceProvider();
        var failed = new FailedRecordTable(provider.GetRequiredService<IAmazonDynamoDB>(), provider.GetRequiredService<DynamoGenOptions>());
        await foreach (var failure in failed.ReadAsync(SearchIndexer.HandlerName))
        {
            Console.WriteLine($"{failure.Record.Change.Kind} {failure.Record.Change.SequenceNumber}: {failure.Reason} after {failure.Attempts} attempts");
        }

        var result = await failed.ReplayAsync(provider.GetRequiredService<SearchIndexer>(), SearchIndexer.HandlerName);
        Console.WriteLine($"handled {result.Handled}, outdated {result.Outdated}, failed again {result.Failed}");
        return result.Failed == 0 ? 0 : 1;
    }
}
