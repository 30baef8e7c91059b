using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Tests.Errors;
using DynamoGen.Transport;
using DynamoGen.Transport.Direct;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Transport;

/// <summary>What the direct transport does not follow is refused by name, and the SDK's transport takes it.</summary>
public sealed class DirectSettingsTests
{
    public static TheoryData<string, Action<AmazonDynamoDBConfig>> Unfollowed => new()
    {
        { "HttpClientFactory", static config => config.HttpClientFactory = new LostAnswers() },
        { "EndpointDiscoveryEnabled", static config => config.EndpointDiscoveryEnabled = true },
        { "RetryMode Adaptive", static config => config.RetryMode = RequestRetryMode.Adaptive },
    };

    [Theory]
    [MemberData(nameof(Unfollowed))]
    public void A_setting_of_the_pipeline_alone_is_refused_by_the_direct_transport(string named, Action<AmazonDynamoDBConfig> configure)
    {
        using var direct = Services(configure, TransportKind.Direct);
        using var pipeline = Services(configure, TransportKind.Sdk);

        var refused = Assert.Throws<InvalidOperationException>(direct.GetRequiredService<ITransport>);
        Assert.StartsWith(named + " has an effect in the AWS SDK's pipeline only.", refused.Message, StringComparison.Ordinal);
        Assert.IsType<SdkTransport>(pipeline.GetRequiredService<ITransport>());
    }

    [Fact]
    public void The_direct_transport_is_the_default()
    {
        using var services = Services(static config => config.RetryMode = RequestRetryMode.Standard, transport: null);

        Assert.IsType<DirectTransport>(services.GetRequiredService<ITransport>());
    }

    private static ServiceProvider Services(Action<AmazonDynamoDBConfig> configure, TransportKind? transport)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.Region = "eu-west-1";
            options.ConfigureClient = configure;
            options.Transport = transport ?? options.Transport;
        });
        return services.BuildServiceProvider();
    }
}
