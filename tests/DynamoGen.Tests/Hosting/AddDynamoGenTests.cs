using System.Diagnostics.Metrics;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Tests.Transport;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Hosting;

public sealed class AddDynamoGenTests
{
    private static void UseLocal(DynamoGenOptions options)
    {
        options.ServiceUrl = "http://127.0.0.1:8000";
        options.Credentials = _ => new BasicAWSCredentials("access", "secret");
    }

    [Fact]
    public async Task Sends_by_the_transport_and_by_the_SDK_with_one_configured_client()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"), CannedResponse.Ok("{}"));
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Url;
            options.Region = "eu-west-1";
            options.Credentials = _ => new BasicAWSCredentials("access", "secret");
        });
        await using var provider = services.BuildServiceProvider();

        using var response = await provider.GetRequiredService<ITransport>().SendAsync(new(DynamoOperation.GetItem, "orders", "{}"u8.ToArray()), default);
        await provider.GetRequiredService<IAmazonDynamoDB>().GetItemAsync("orders", new() { ["pk"] = new AttributeValue("A") });

        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains("Credential=access/", request.Headers["Authorization"]));
        Assert.All(server.Requests, request => Assert.Contains("/eu-west-1/dynamodb/", request.Headers["Authorization"]));
        Assert.Same(provider.GetRequiredService<WireClient>(), provider.GetRequiredService<IAmazonDynamoDB>());
    }

    [Fact]
    public async Task Signs_for_a_local_endpoint_without_a_region()
    {
        await using var server = new CannedServer(CannedResponse.Ok("{}"));
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.ServiceUrl = server.Url;
            options.Credentials = _ => new BasicAWSCredentials("access", "secret");
        });
        await using var provider = services.BuildServiceProvider();

        using var response = await provider.GetRequiredService<ITransport>().SendAsync(new(DynamoOperation.GetItem, "orders", "{}"u8.ToArray()), default);

        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=access/", Assert.Single(server.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task Ends_the_client_with_the_provider()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(UseLocal);
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IAmazonDynamoDB>();

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ListTablesAsync());
    }

    [Fact]
    public void Applies_the_changes_to_the_clients_configuration_last()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            UseLocal(options);
            options.ConfigureClient = config =>
            {
                Assert.Equal("http://127.0.0.1:8000/", config.ServiceURL);
                config.MaxErrorRetry = 7;
            };
        });
        using var provider = services.BuildServiceProvider();

        Assert.Equal(7, provider.GetRequiredService<IAmazonDynamoDB>().Config.MaxErrorRetry);
    }

    [Fact]
    public void Goes_to_the_region_when_no_endpoint_is_given()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.Region = "ap-southeast-2");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("ap-southeast-2", provider.GetRequiredService<IAmazonDynamoDB>().Config.RegionEndpoint.SystemName);
    }

    [Fact]
    public void Keeps_what_the_application_registered_itself()
    {
        var time = new FakeTimeProvider();
        using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig { ServiceURL = "http://127.0.0.1:1" });
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time).AddSingleton<IAmazonDynamoDB>(client);
        services.AddDynamoGen();
        using var provider = services.BuildServiceProvider();

        Assert.Same(time, provider.GetRequiredService<TimeProvider>());
        Assert.Same(client, provider.GetRequiredService<IAmazonDynamoDB>());
        Assert.Same(time, provider.GetRequiredService<DynamoGenTelemetry>().TimeProvider);
    }

    [Fact]
    public void Uses_the_meters_and_the_logger_of_the_application()
    {
        using var factory = new OwnMeterFactory();
        var logger = new RecordingLogger(LogLevel.Debug);
        var services = new ServiceCollection();
        services.AddSingleton<IMeterFactory>(factory).AddSingleton<ILogger<DynamoGenTelemetry>>(logger);
        services.AddDynamoGen(UseLocal);
        using var provider = services.BuildServiceProvider();

        var telemetry = provider.GetRequiredService<DynamoGenTelemetry>();

        Assert.Equal("DynamoGen", Assert.Single(factory.Meters).Name);
        Assert.Same(logger, telemetry.Logger);
    }

    [Fact]
    public void Registers_everything_once_when_called_twice()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(UseLocal).AddRepository<OrdersByHand>();
        var registered = services.Select(service => service.ServiceType).Where(type => type.Assembly == typeof(ITransport).Assembly).ToList();

        services.AddDynamoGen(options => options.TableNamePrefix = "dev-").AddRepository<OrdersByHand>();

        using var provider = services.BuildServiceProvider();
        Assert.Equal(registered, services.Select(service => service.ServiceType).Where(type => type.Assembly == typeof(ITransport).Assembly));
        Assert.Equal("dev-", provider.GetRequiredService<DynamoGenOptions>().TableNamePrefix);
        Assert.Equal("http://127.0.0.1:8000", provider.GetRequiredService<DynamoGenOptions>().ServiceUrl);
    }

    public static TheoryData<string, Action<DynamoGenOptions>, Action<DynamoGenOptions>> Contradictions => new()
    {
        { "TableNamePrefix two values ('a-' and 'b-')", options => options.TableNamePrefix = "a-", options => options.TableNamePrefix = "b-" },
        { "TableNamePrefix two values ('a-' and null)", options => options.TableNamePrefix = "a-", options => options.TableNamePrefix = null },
        { "ServiceUrl two values", options => options.ServiceUrl = "http://127.0.0.1:1", options => options.ServiceUrl = "http://127.0.0.1:2" },
        { "Region two values", options => options.Region = "eu-west-1", options => options.Region = "eu-west-2" },
        { "TellIndexCapacity two values ('True' and 'False')", options => options.TellIndexCapacity = true, options => options.TellIndexCapacity = false },
        { "TableNameResolver two values,", options => options.TableNameResolver = _ => "one", options => options.TableNameResolver = _ => "two" },
        { "Credentials two values,", UseLocal, options => options.Credentials = _ => new AnonymousAWSCredentials() },
        { "ConfigureClient two values,", options => options.ConfigureClient = _ => { }, options => options.ConfigureClient = config => config.MaxErrorRetry = 1 },
        { "Transport two values ('Sdk' and 'Direct')", options => options.Transport = TransportKind.Sdk, options => options.Transport = TransportKind.Direct },
        { "CheckTables two values ('Warn' and 'Fail')", options => options.CheckTables = TableCheck.Warn, options => options.CheckTables = TableCheck.Fail },
        { "MaxErrorRetry two values ('1' and '2')", options => options.MaxErrorRetry = 1, options => options.MaxErrorRetry = 2 },
        { "RetryMode two values", options => options.RetryMode = RequestRetryMode.Standard, options => options.RetryMode = RequestRetryMode.Adaptive },
        { "RequestTimeout two values", options => options.RequestTimeout = TimeSpan.Zero, options => options.RequestTimeout = TimeSpan.MaxValue },
        { "Profile two values ('a' and 'b')", options => options.Profile = "a", options => options.Profile = "b" },
        { "CursorKey two values,", options => options.CursorKey = new byte[32], options => options.CursorKey = new byte[33] },
        { "PreviousCursorKeys two values,", options => options.PreviousCursorKeys = [new byte[32]], options => options.PreviousCursorKeys = [new byte[33]] },
        { "Batches.MaxAttempts two values ('3' and '4')", options => options.Batches.MaxAttempts = 3, options => options.Batches.MaxAttempts = 4 },
        { "Batches.BaseDelay two values", options => options.Batches.BaseDelay = TimeSpan.Zero, options => options.Batches.BaseDelay = TimeSpan.FromSeconds(1) },
        { "Batches.MaxDelay two values", options => options.Batches.MaxDelay = TimeSpan.Zero, options => options.Batches.MaxDelay = TimeSpan.FromSeconds(1) },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Two_calls_that_contradict_each_other_are_refused(string named, Action<DynamoGenOptions> first, Action<DynamoGenOptions> second)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(first).AddRepository<OrdersByHand>();
        services.AddDynamoGen().AddRepository<OrdersByHand>();
        services.AddDynamoGen(second);
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<OrdersByHand>);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void Every_option_is_compared() => Assert.Equal(
        typeof(DynamoGenOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)
            .Concat(typeof(DynamoGen.BatchOptions).GetProperties().Select(property => property.Name)).Order(),
        Contradictions.Select(row => row.Data.Item1.Split(' ')[0].Replace("Batches.", string.Empty)).Distinct().Order());

    [Fact]
    public void Calls_that_agree_or_say_nothing_are_one()
    {
        var key = new byte[32];
        void Configure(DynamoGenOptions options)
        {
            UseLocal(options);
            options.TableNamePrefix = "a-";
            options.CursorKey = [.. key];
            options.PreviousCursorKeys = [[.. key]];
        }

        var services = new ServiceCollection();
        services.AddDynamoGen(Configure).AddRepository<OrdersByHand>();
        services.AddDynamoGen(options => Configure(options)).AddRepository<OrdersByHand>();
        services.AddDynamoGen();
        services.AddDynamoGen(options => options.TableNamePrefix = "a-");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("a-", provider.GetRequiredService<DynamoGenOptions>().TableNamePrefix);
    }

    [Fact]
    public void What_is_configured_behind_a_call_has_the_last_word()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.TableNamePrefix = "a-");
        services.Configure<DynamoGenOptions>(options => options.TableNamePrefix = "test-");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("test-", provider.GetRequiredService<DynamoGenOptions>().TableNamePrefix);
    }

    [Fact]
    public void Creates_a_repository_once_from_the_context()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(UseLocal).AddRepository<OrdersByHand>();
        using var provider = services.BuildServiceProvider();

        var repository = provider.GetRequiredService<OrdersByHand>();

        Assert.Same(repository, provider.GetRequiredService<OrdersByHand>());
        Assert.Same(provider.GetRequiredService<RepositoryContext>(), repository.Context);
    }

    [Theory]
    [InlineData("dev/", null, null, "TableNamePrefix")]
    [InlineData(null, "127.0.0.1:8000", null, "ServiceUrl")]
    [InlineData(null, "ftp://127.0.0.1", null, "ServiceUrl")]
    [InlineData(null, null, " ", "Region")]
    public void Names_the_option_that_is_wrong_at_start(string? prefix, string? url, string? region, string option)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.TableNamePrefix = prefix;
            options.ServiceUrl = url;
            options.Region = region;
        });
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith(option, Assert.Single(exception.Failures));
    }

    [Fact]
    public void Refuses_a_prefix_beside_a_resolver()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.TableNamePrefix = "dev-";
            options.TableNameResolver = table => table.Name;
        });
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<DynamoGenOptions>());

        Assert.Contains("TableNameResolver", exception.Message);
    }

    private sealed class OrdersByHand(RepositoryContext context) : IRepository<OrdersByHand>
    {
        public RepositoryContext Context { get; } = context;

        public static OrdersByHand Create(RepositoryContext context) => new(context);
    }
}
