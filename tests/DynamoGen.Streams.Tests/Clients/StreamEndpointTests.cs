using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Streams.Clients;
using DynamoGen.Tests.Transport;

namespace DynamoGen.Streams.Tests.Clients;

/// <summary>Where requests go and what they are signed for, by any configuration of DynamoDB.</summary>
public sealed class StreamEndpointTests
{
    private const string Variable = "AWS_ENDPOINT_URL_DYNAMODB_STREAMS";

    private static readonly Dictionary<string, (Action<AmazonDynamoDBConfig> Configure, string Url, string Region)> Configurations = new()
    {
        ["region"] = (static config => Region(config, "eu-west-1"), "https://streams.dynamodb.eu-west-1.amazonaws.com/", "eu-west-1"),
        ["China"] = (static config => Region(config, "cn-north-1"), "https://streams.dynamodb.cn-north-1.amazonaws.com.cn/", "cn-north-1"),
        ["government"] = (static config => Region(config, "us-gov-west-1"), "https://streams.dynamodb.us-gov-west-1.amazonaws.com/", "us-gov-west-1"),
        ["isolated"] = (static config => Region(config, "us-iso-east-1"), "https://streams.dynamodb.us-iso-east-1.c2s.ic.gov/", "us-iso-east-1"),
        ["local"] = (static config => Region(config, "local"), "http://localhost:8000/", "us-east-1"),
        ["http"] = (static config => Region(config, "eu-west-1").UseHttp = true, "http://streams.dynamodb.eu-west-1.amazonaws.com/", "eu-west-1"),
        ["dual stack"] = (static config => Region(config, "eu-west-1").UseDualstackEndpoint = true,
            "https://streams-dynamodb.eu-west-1.api.aws/", "eu-west-1"),
        ["dual stack in China"] = (static config => Region(config, "cn-north-1").UseDualstackEndpoint = true,
            "https://streams-dynamodb.cn-north-1.api.amazonwebservices.com.cn/", "cn-north-1"),
        ["FIPS"] = (static config => Region(config, "us-east-1").UseFIPSEndpoint = true, "https://streams.dynamodb-fips.us-east-1.amazonaws.com/", "us-east-1"),
        ["FIPS of the government"] = (static config => Region(config, "us-gov-west-1").UseFIPSEndpoint = true,
            "https://streams.dynamodb.us-gov-west-1.amazonaws.com/", "us-gov-west-1"),
        ["FIPS and dual stack"] = (static config => (Region(config, "us-east-1").UseFIPSEndpoint, config.UseDualstackEndpoint) = (true, true),
            "https://streams-dynamodb-fips.us-east-1.api.aws/", "us-east-1"),
        ["FIPS and dual stack of the government"] = (
            static config => (Region(config, "us-gov-west-1").UseFIPSEndpoint, config.UseDualstackEndpoint) = (true, true),
            "https://streams-dynamodb-fips.us-gov-west-1.api.aws/", "us-gov-west-1"),
        ["account required"] = (static config => Region(config, "us-east-1").AccountIdEndpointMode = AccountIdEndpointMode.REQUIRED,
            "https://streams.dynamodb.us-east-1.amazonaws.com/", "us-east-1"),
        ["URL"] = (static config => config.ServiceURL = "http://127.0.0.1:8000", "http://127.0.0.1:8000/", "us-east-1"),
        ["URL and region"] = (static config => (config.ServiceURL, config.AuthenticationRegion) = ("http://127.0.0.1:8000/base", "ap-southeast-2"),
            "http://127.0.0.1:8000/base", "ap-southeast-2"),
        ["URL of DynamoDB in AWS"] = (static config => config.ServiceURL = "https://dynamodb.eu-central-1.amazonaws.com",
            "https://streams.dynamodb.eu-central-1.amazonaws.com/", "eu-central-1"),
        ["URL of DynamoDB in China"] = (static config => (config.ServiceURL, config.AuthenticationRegion) =
            ("https://dynamodb.cn-north-1.amazonaws.com.cn", "cn-north-1"), "https://streams.dynamodb.cn-north-1.amazonaws.com.cn/", "cn-north-1"),
        ["FIPS URL"] = (static config => (config.ServiceURL, config.AuthenticationRegion) = ("https://dynamodb-fips.us-east-1.amazonaws.com", "us-east-1"),
            "https://streams.dynamodb-fips.us-east-1.amazonaws.com/", "us-east-1"),
        ["dual-stack URL"] = (static config => (config.ServiceURL, config.AuthenticationRegion) = ("https://dynamodb.eu-west-1.api.aws", "eu-west-1"),
            "https://streams-dynamodb.eu-west-1.api.aws/", "eu-west-1"),
        ["URL of an account"] = (static config =>
            (config.ServiceURL, config.AuthenticationRegion) = ("https://111111111111.ddb.us-east-1.amazonaws.com", "us-east-1"),
            "https://streams.dynamodb.us-east-1.amazonaws.com/", "us-east-1"),
        ["URL of the streams"] = (static config =>
            (config.ServiceURL, config.AuthenticationRegion) = ("https://streams.dynamodb.us-east-1.amazonaws.com", "us-east-1"),
            "https://streams.dynamodb.us-east-1.amazonaws.com/", "us-east-1"),
        ["URL that looks like one of AWS"] = (static config =>
            (config.ServiceURL, config.AuthenticationRegion) = ("http://dynamodb.localhost.localstack.cloud:4566", "eu-west-1"),
            "http://dynamodb.localhost.localstack.cloud:4566/", "eu-west-1"),
    };

    private static readonly Dictionary<string, Action<AmazonDynamoDBConfig>> Refused = new()
    {
        ["FIPS and custom endpoint are not supported"] = static config => (config.ServiceURL, config.UseFIPSEndpoint) = ("http://127.0.0.1:8000", true),
        ["Dualstack and custom endpoint are not supported"] = static config =>
            (config.ServiceURL, config.UseDualstackEndpoint) = ("http://127.0.0.1:8000", true),
    };

    public static TheoryData<string> Names => [.. Configurations.Keys];

    public static TheoryData<string> Refusals => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_goes_where_the_rules_of_AWS_have_it(string name)
    {
        var (configure, url, region) = Configurations[name];

        Assert.Equal((url, region + "/dynamodb/aws4_request"), await PlaceAsync(Config(configure)));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_configuration_that_the_rules_do_not_allow_is_refused(string message)
    {
        var refused = await Assert.ThrowsAsync<AmazonClientException>(() => PlaceAsync(Config(Refused[message])));

        Assert.EndsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_names_the_endpoint_of_the_streams_where_code_names_none()
    {
        var before = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, "http://127.0.0.1:4566/");
        try
        {
            Assert.Equal("http://127.0.0.1:4566/", (await PlaceAsync(Region(new AmazonDynamoDBConfig(), "eu-west-1"))).Url);
            Assert.Equal("http://127.0.0.1:8000/", (await PlaceAsync(new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:8000" })).Url);
            Assert.Equal(
                "https://streams.dynamodb.eu-west-1.amazonaws.com/", (await PlaceAsync(Config(static config => Region(config, "eu-west-1")))).Url);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }

    [Fact]
    public void A_setting_that_only_the_pipeline_follows_is_refused()
    {
        var config = Region(new AmazonDynamoDBConfig { RetryMode = RequestRetryMode.Adaptive }, "eu-west-1");

        var refused = Assert.Throws<InvalidOperationException>(() => new StreamClient(config));

        Assert.Contains("IStreamClient", refused.Message, StringComparison.Ordinal);
    }

    private static AmazonDynamoDBConfig Region(AmazonDynamoDBConfig config, string region)
    {
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return config;
    }

    /// <summary>What the machine's own variables say of endpoints is not what these tests ask.</summary>
    private static AmazonDynamoDBConfig Config(Action<AmazonDynamoDBConfig> configure)
    {
        var config = new AmazonDynamoDBConfig { IgnoreConfiguredEndpointUrls = true };
        configure(config);
        return config;
    }

    private static async Task<(string Url, string Scope)> PlaceAsync(AmazonDynamoDBConfig config)
    {
        using var recorded = new RecordedRequests();
        using var client = new StreamClient(config, new BasicAWSCredentials("access", "secret", "111111111111"), null, recorded, Random.Shared);
        Assert.Empty(await client.ListStreamsAsync(null, TestContext.Current.CancellationToken));
        var request = Assert.Single(recorded.All);
        return (request.Uri, request.Scope);
    }
}
