using Amazon;
using Amazon.Runtime;
using DynamoGen.Streams.Sinks.Events;
using DynamoGen.Streams.Sinks.Services;
using DynamoGen.Streams.Sinks.Topics;

namespace DynamoGen.Streams.Tests.Sinks;

/// <summary>Where requests of sinks go, by AWS's endpoint rules of the services.</summary>
public sealed class SinkEndpointTests
{
    private const string Variable = "AWS_ENDPOINT_URL_SNS";
    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:orders";

    [Theory]
    [InlineData("eu-west-1", false, false, "https://sns.eu-west-1.amazonaws.com/", "https://events.eu-west-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://sns-fips.us-east-1.amazonaws.com/", "https://events-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", false, true, "https://sns.us-east-1.api.aws/", "https://events.us-east-1.api.aws/")]
    [InlineData("us-east-1", true, true, "https://sns-fips.us-east-1.api.aws/", "https://events-fips.us-east-1.api.aws/")]
    [InlineData("us-gov-west-1", true, false, "https://sns.us-gov-west-1.amazonaws.com/", "https://events.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://sns.cn-north-1.amazonaws.com.cn/", "https://events.cn-north-1.amazonaws.com.cn/")]
    public void A_region_has_a_host(string region, bool isFips, bool isDualStack, string sns, string events)
    {
        Assert.Equal((sns, region), Place(SnsOperation.Host, isFips, isDualStack, null, region));
        Assert.Equal((events, region), Place(EventBridgeOperation.Host, isFips, isDualStack, null, region));
    }

    [Fact]
    public void A_URL_of_code_comes_first() =>
        Assert.Equal(("http://127.0.0.1:4566/", "eu-west-1"), Place(SnsOperation.Host, false, false, "http://127.0.0.1:4566", "eu-west-1"));

    [Fact]
    public void A_URL_has_neither_FIPS_nor_dual_stack()
    {
        Assert.Throws<AmazonClientException>(() => Place(SnsOperation.Host, true, false, "http://127.0.0.1:4566", "eu-west-1"));
        Assert.Throws<AmazonClientException>(() => Place(EventBridgeOperation.Host, false, true, "http://127.0.0.1:4566", "eu-west-1"));
    }

    [Fact]
    public void The_environment_names_the_URL_of_its_own_service_only()
    {
        var before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, "http://127.0.0.1:4567/");
        try
        {
            Assert.Equal("http://127.0.0.1:4567/", Place(SnsOperation.Host, false, false, null, "eu-west-1", ignores: false).Url);
            Assert.Equal("http://127.0.0.1:4566/", Place(SnsOperation.Host, false, false, "http://127.0.0.1:4566", "eu-west-1", ignores: false).Url);
            Assert.Equal("https://events.eu-west-1.amazonaws.com/", Place(EventBridgeOperation.Host, false, false, null, "eu-west-1", ignores: false).Url);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:orders", "eu-west-1")]
    [InlineData("arn:aws-cn:events:cn-north-1:111122223333:event-bus/orders", "cn-north-1")]
    [InlineData("orders", null)]
    [InlineData("arn:aws:sns::111122223333:orders", null)]
    public void An_ARN_names_the_region(string destination, string? region) => Assert.Equal(region, ServiceHost.RegionOf(destination));

    [Fact]
    public void The_configuration_names_the_region_where_nothing_else_does()
    {
        var config = new SinkConfig(EventBridgeOperation.Host) { IgnoreConfiguredEndpointUrls = true, RegionEndpoint = RegionEndpoint.EUCentral1 };

        Assert.Equal("eu-central-1", EventBridgeOperation.Host.Endpoint(config, null, null).Region);
    }

    [Fact]
    public void A_setting_that_only_the_pipeline_follows_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new EventBridgeSink(
            "orders",
            Changes.Map<BusEvent>((status, _) => new BusEvent("s", status, "{}")),
            new SinkOptions<BusEvent> { Configure = static config => config.RetryMode = RequestRetryMode.Adaptive }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_request_without_room_is_refused(int bytes)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventBridgeSink(
            "orders", Changes.Map<BusEvent>((status, _) => new BusEvent("s", status, "{}")), new SinkOptions<BusEvent> { MaxRequestBytes = bytes }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SnsSink(
            Topic, Changes.Map<TopicMessage>((status, _) => new TopicMessage(status)), new SinkOptions<TopicMessage> { MaxRequestBytes = bytes }));
    }

    [Fact]
    public async Task A_URL_with_FIPS_or_dual_stack_fails_the_delivery()
    {
        var sink = new SnsSink(
            Topic,
            Changes.Map<TopicMessage>((status, _) => new TopicMessage(status)),
            new SinkOptions<TopicMessage> { ServiceUrl = "http://127.0.0.1:1", Configure = static config => config.UseFIPSEndpoint = true });

        await Assert.ThrowsAsync<AmazonClientException>(async () => await sink.DeliverAsync(Changes.Of("placed"), CancellationToken.None));
    }

    private static (string Url, string Region) Place(
        ServiceHost host, bool isFips, bool isDualStack, string? url, string region, bool ignores = true)
    {
        var config = new SinkConfig(host) { IgnoreConfiguredEndpointUrls = ignores, UseFIPSEndpoint = isFips, UseDualstackEndpoint = isDualStack };
        var endpoint = host.Endpoint(config, url, region);
        Assert.Equal(host.SigningName, endpoint.Service);
        return (endpoint.Address.AbsoluteUri, endpoint.Region);
    }
}
