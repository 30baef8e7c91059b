using Amazon.DynamoDBv2;
using Amazon.Runtime;
using DynamoGen.Hosting;
using DynamoGen.Regions;
using DynamoGen.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Regions;

/// <summary>A region that is added has a client of its own, with the options of the one that it was added to.</summary>
public sealed class AddRegionTests
{
    private static void Options(DynamoGenOptions options)
    {
        options.Region = "eu-west-1";
        options.TableNamePrefix = "test-";
        options.Credentials = _ => new BasicAWSCredentials("local", "local");
    }

    [Fact]
    public void Its_client_differs_in_the_region_alone()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Options).AddRegion("us-east-1").AddRegion("ap-southeast-1", options => options.MaxErrorRetry = 7);
        services.AddDynamoGen("archive", Options).AddRegion("us-east-1");
        services.Configure<DynamoGenOptions>(options => options.MaxErrorRetry = 1);
        using var provider = services.BuildServiceProvider();

        var america = provider.GetRequiredKeyedService<DynamoGenOptions>("us-east-1");
        Assert.Equal(("us-east-1", "test-", 1), (america.Region, america.TableNamePrefix, america.MaxErrorRetry));
        Assert.Equal(7, provider.GetRequiredKeyedService<DynamoGenOptions>("ap-southeast-1").MaxErrorRetry);
        Assert.Equal("us-east-1", provider.GetRequiredKeyedService<IAmazonDynamoDB>("us-east-1").Config.RegionEndpoint.SystemName);
        Assert.Equal("us-east-1", provider.GetRequiredKeyedService<DynamoGenOptions>("archive/us-east-1").Region);
        Assert.Equal("eu-west-1", provider.GetRequiredService<DynamoGenOptions>().Region);
        Assert.Equal(["ap-southeast-1", "eu-west-1", "us-east-1"], provider.GetRequiredService<RegionFailover>().Regions.Order());
        Assert.Equal(["eu-west-1", "us-east-1"], provider.GetRequiredKeyedService<RegionFailover>("archive").Regions.Order());
    }

    [Fact]
    public void Every_option_is_taken_over()
    {
        var given = new DynamoGenOptions
        {
            TableNamePrefix = "a",
            TableNameResolver = table => table.Name,
            ServiceUrl = "http://127.0.0.1:1",
            Region = "eu-west-1",
            Credentials = _ => new AnonymousAWSCredentials(),
            ConfigureClient = _ => { },
            CursorKey = new byte[32],
            PreviousCursorKeys = [new byte[33]],
            Transport = TransportKind.Sdk,
            TellIndexCapacity = true,
            CheckTables = TableCheck.Fail,
            MaxErrorRetry = 9,
            RetryMode = RequestRetryMode.Standard,
            RequestTimeout = TimeSpan.FromSeconds(3),
            Profile = "p",
        };
        (given.Batches.MaxAttempts, given.Batches.BaseDelay, given.Batches.MaxDelay) = (77, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        var copy = new DynamoGenOptions();

        copy.CopyFrom(given);

        foreach (var (from, to) in new (object, object)[] { (given, copy), (given.Batches, copy.Batches) })
        {
            foreach (var property in from.GetType().GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
            {
                Assert.NotEqual(property.GetValue(Activator.CreateInstance(from.GetType())), property.GetValue(from));
                Assert.Equal(property.GetValue(from), property.GetValue(to));
            }
        }
    }

    [Fact]
    public void A_region_whose_options_name_another_one_is_refused()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Options).AddRegion("us-east-1", options => options.Region = "us-east-2");
        using var provider = services.BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredKeyedService<DynamoGenOptions>("us-east-1"));

        Assert.Contains("Region of the client 'us-east-1' is 'us-east-2', but AddRegion has added it for us-east-1.", refused.Message);
    }

    public static TheoryData<Action<RegionOptions>> Meaningless => new()
    {
        options => options.WriterInterval = TimeSpan.FromMilliseconds(999),
        options => options.ForeignWrites = (ForeignWrites)7,
        options => options.ReadFailover = new ReadFailoverOptions { Failures = 0 },
        options => options.ReadFailover = new ReadFailoverOptions { Successes = 0 },
        options => options.ReadFailover = new ReadFailoverOptions { Pause = TimeSpan.Zero },
        options => options.ReadFailover = new ReadFailoverOptions { MaxPause = TimeSpan.FromSeconds(1) },
        options => options.ReadFailover = new ReadFailoverOptions { Order = ["ap-southeast-1"] },
    };

    [Theory]
    [MemberData(nameof(Meaningless), DisableDiscoveryEnumeration = true)]
    public void Options_that_mean_nothing_are_refused(Action<RegionOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(Options).AddRegion("us-east-1").ConfigureRegions(configure).AddRepository<INotes>();
        using var provider = services.BuildServiceProvider();

        Assert.ThrowsAny<ArgumentException>(() => provider.GetRequiredService<INotes>());
    }
}
