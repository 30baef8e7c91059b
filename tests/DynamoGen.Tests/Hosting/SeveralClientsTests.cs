using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Streams.Shards;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Hosting;

/// <summary>Clients side by side: each has its options, its tables and its repositories.</summary>
public sealed class SeveralClientsTests(LocalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private void Local(DynamoGenOptions options, string region, string prefix)
    {
        options.ServiceUrl = server.Endpoint;
        options.Region = region;
        options.TableNamePrefix = prefix;
        options.Credentials = _ => new BasicAWSCredentials("local", "local");
    }

    private ServiceProvider Services(string prefix)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => Local(options, "eu-west-1", "live-" + prefix)).AddRepository<INotes>();
        services.AddDynamoGen("archive", options => Local(options, "us-east-1", prefix)).AddRepository<IArchivedNotes>();
        services.AddHybridCache();
        return services.BuildServiceProvider();
    }

    [Fact]
    public async Task Repositories_transactions_and_tables_are_those_of_their_client()
    {
        await using var services = Services(LocalServer.NewPrefix());
        await services.GetRequiredService<TableProvisioner>().EnsureCreatedAsync<Notes>(Cancellation);
        await services.GetRequiredKeyedService<TableProvisioner>("archive").EnsureCreatedAsync<Notes>(Cancellation);
        var notes = services.GetRequiredService<INotes>();
        var archived = services.GetRequiredService<IArchivedNotes>();

        await notes.Put(new Note("1", "a") { Text = "here" });
        await services.GetRequiredKeyedService<ITransactions>("archive").WriteAsync(
            [archived.PutAction(new Note("1", "a") { Text = "there" })], cancellationToken: Cancellation);

        Assert.Equal("here", (await notes.Get("1"))?.Text);
        Assert.Equal("there", (await archived.Get("1"))?.Text);
        Assert.Equal("eu-west-1", services.GetRequiredService<IAmazonDynamoDB>().Config.AuthenticationRegion);
        Assert.Equal("us-east-1", services.GetRequiredKeyedService<IAmazonDynamoDB>("archive").Config.AuthenticationRegion);
    }

    [Fact]
    public async Task A_cache_does_not_give_one_client_the_items_of_another()
    {
        var prefix = LocalServer.NewPrefix();
        await using var services = Services(prefix);
        await services.GetRequiredKeyedService<TableProvisioner>("archive").EnsureCreatedAsync<Notes>(Cancellation);
        var archived = services.GetRequiredService<IArchivedNotes>();
        await archived.Put(new Note("1", "a") { Text = "there" });
        Assert.Equal("there", (await archived.Find("1"))?.Text);

        // Another client of the same cache has a table of the same name, without the item.
        await services.GetRequiredKeyedService<IAmazonDynamoDB>("archive").DeleteItemAsync(prefix + "notes", new() { ["pk"] = new("NOTE#1") }, Cancellation);
        var others = new ServiceCollection();
        others.AddDynamoGen("other", options => Local(options, "us-east-1", prefix)).AddRepository<IArchivedNotes>();
        others.AddSingleton(services.GetRequiredService<HybridCache>());
        await using var other = others.BuildServiceProvider();

        Assert.Null(await other.GetRequiredService<IArchivedNotes>().Find("1"));
        Assert.Equal("there", (await archived.Find("1"))?.Text);
    }

    [Fact]
    public void Everything_of_a_client_is_found_under_its_name_and_nothing_of_it_without()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen("archive", options => Local(options, "us-east-1", "archive-")).AddRepository<INotes>();
        using var provider = services.BuildServiceProvider();

        Type[] types =
        [
            typeof(DynamoGenOptions), typeof(IAmazonDynamoDB), typeof(ITransport), typeof(IStreamClient), typeof(ITransactions), typeof(TableProvisioner),
            typeof(RepositoryContext),
        ];
        Assert.All(types, type => Assert.NotNull(provider.GetRequiredKeyedService(type, "archive")));
        Assert.All(types, type => Assert.Null(provider.GetService(type)));
        Assert.Same(provider.GetRequiredService<INotes>(), provider.GetRequiredKeyedService<INotes>("archive"));
        Assert.Equal("archive-", provider.GetRequiredService<IOptionsMonitor<DynamoGenOptions>>().Get("archive").TableNamePrefix);
    }

    [Theory]
    [InlineData(null, "archive")]
    [InlineData("archive", null)]
    [InlineData("archive", "cold")]
    public void A_repository_is_on_one_client(string? first, string? second)
    {
        var services = new ServiceCollection();
        Add(services, first).AddRepository<INotes>().AddRepository<INotes>();

        var refused = Assert.Throws<InvalidOperationException>(() => Add(services, second).AddRepository<INotes>());
        Assert.Throws<InvalidOperationException>(() => Add(services, second).AddRepository<INotes>(_ => throw new NotSupportedException()));

        Assert.Contains(nameof(INotes), refused.Message);
        Assert.Contains(first is null ? "the client without a name" : $"the client '{first}'", refused.Message);
        Assert.Contains(second is null ? "the client without a name" : $"the client '{second}'", refused.Message);
    }

    [Fact]
    public void The_options_of_each_client_are_validated_at_start_and_name_it()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.Region = "eu-west-1");
        services.AddDynamoGen("archive", options => options.Region = " ");
        using var provider = services.BuildServiceProvider();

        var wrong = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith("Region is empty", wrong.Message);
        Assert.EndsWith("(client 'archive')", wrong.Message);
    }

    [Fact]
    public void Calls_of_one_name_contradict_each_other_and_calls_of_two_do_not()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => options.TableNamePrefix = "a-");
        services.AddDynamoGen("archive", options => options.TableNamePrefix = "b-");
        services.AddDynamoGen("cold", options => options.TableNamePrefix = "c-");
        services.AddDynamoGen("cold", options => options.TableNamePrefix = "d-");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("a-", provider.GetRequiredService<DynamoGenOptions>().TableNamePrefix);
        Assert.Equal("b-", provider.GetRequiredKeyedService<DynamoGenOptions>("archive").TableNamePrefix);
        var refused = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<DynamoGenOptions>("cold"));
        Assert.Contains("AddDynamoGen(\"cold\") give TableNamePrefix two values ('c-' and 'd-')", refused.Message);
    }

    [Fact]
    public void A_client_needs_a_name() => Assert.Throws<ArgumentException>(() => new ServiceCollection().AddDynamoGen(" "));

    private static DynamoGenBuilder Add(ServiceCollection services, string? name) => name is null ? services.AddDynamoGen() : services.AddDynamoGen(name);
}
