using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Hosting;

/// <summary>A client that would not know where to send its first request does not start.</summary>
public sealed class MissingRegionTests
{
    /// <summary>No endpoint of the machine, and no region of the options.</summary>
    private static void Nowhere(DynamoGenOptions options) => options.ConfigureClient = static config =>
    {
        config.IgnoreConfiguredEndpointUrls = true;
        config.RegionEndpoint = null;
    };

    [Fact]
    public async Task A_transport_of_the_applications_own_needs_no_region()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(new UnusedTransport());
        services.AddDynamoGen(Nowhere).AddRepository<INotes>();
        await using var provider = services.BuildServiceProvider();

        await HostedStart.RunAsync(provider);

        Assert.NotNull(provider.GetRequiredService<INotes>());
    }

    [Theory]
    [InlineData(null, "the client without a name")]
    [InlineData("archive", "the client 'archive'")]
    public async Task No_region_and_no_endpoint_is_one_error_at_the_start(string? name, string named)
    {
        Assert.SkipWhen(HasRegion, "This machine's own configuration has a region.");
        var services = new ServiceCollection();
        _ = name is null ? services.AddDynamoGen(Nowhere) : services.AddDynamoGen(name, Nowhere);
        await using var provider = services.BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => HostedStart.RunAsync(provider));

        Assert.StartsWith($"No region is known to {named}. Set Region (such as eu-west-1), or ServiceUrl", refused.Message);
    }

    private static bool HasRegion => new Amazon.DynamoDBv2.AmazonDynamoDBConfig { IgnoreConfiguredEndpointUrls = true }.RegionEndpoint is not null;

    private sealed class UnusedTransport : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
