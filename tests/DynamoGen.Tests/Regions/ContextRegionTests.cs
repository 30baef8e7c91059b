using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Regions;

/// <summary>The context of a repository knows the region that its requests go to.</summary>
public sealed class ContextRegionTests
{
    private static readonly BasicAWSCredentials Credentials = new("local", "local");

    private static string? RegionOf(Action<DynamoGenOptions> configure, Action<IServiceCollection>? register = null)
    {
        var services = new ServiceCollection();
        register?.Invoke(services);
        services.AddDynamoGen(configure);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<RepositoryContext>().Region;
    }

    [Fact]
    public void It_is_that_of_the_options() => Assert.Equal("eu-west-1", RegionOf(options => options.Region = "eu-west-1"));

    [Fact]
    public void At_an_endpoint_it_is_the_one_that_requests_are_signed_for() => Assert.Equal(
        "eu-west-1",
        RegionOf(options => (options.ServiceUrl, options.Region) = ("http://127.0.0.1:8000", "eu-west-1")));

    [Theory]
    [InlineData(TransportKind.Sdk)]
    [InlineData(TransportKind.Direct)]
    public void It_is_that_of_a_configuration_which_the_application_has_changed(TransportKind transport) => Assert.Equal(
        "ap-southeast-1",
        RegionOf(options =>
        {
            options.Transport = transport;
            options.ConfigureClient = config => config.RegionEndpoint = RegionEndpoint.APSoutheast1;
        }));

    [Fact]
    public void It_is_that_of_the_client_which_the_application_has_registered() => Assert.Equal(
        "us-east-2",
        RegionOf(
            static _ => { },
            services => services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(Credentials, RegionEndpoint.USEast2))));

    [Fact]
    public void At_the_endpoint_of_a_registered_client_it_is_the_one_that_requests_are_signed_for() => Assert.Equal(
        "us-east-2",
        RegionOf(
            static _ => { },
            services => services.AddSingleton<IAmazonDynamoDB>(new AmazonDynamoDBClient(
                Credentials, new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:8000", AuthenticationRegion = "us-east-2" }))));

    [Fact]
    public void A_transport_of_the_applications_own_has_none_but_that_of_the_options()
    {
        Assert.Null(RegionOf(static _ => { }, static services => services.AddSingleton<ITransport>(new UnusedTransport())));
        Assert.Equal(
            "eu-west-1",
            RegionOf(static options => options.Region = "eu-west-1", static services => services.AddSingleton<ITransport>(new UnusedTransport())));
    }

    [Fact]
    public void A_context_without_a_host_has_that_of_its_options()
    {
        Assert.Equal("eu-west-1", new RepositoryContext(new UnusedTransport(), new DynamoGenTelemetry(), new DynamoGenOptions { Region = "eu-west-1" }).Region);
        Assert.Null(new RepositoryContext(new UnusedTransport(), new DynamoGenTelemetry(), new DynamoGenOptions()).Region);
    }

    private sealed class UnusedTransport : ITransport
    {
        public ValueTask<TransportResponse> SendAsync(TransportRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
