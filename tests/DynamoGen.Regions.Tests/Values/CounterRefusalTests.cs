using Amazon.Runtime;
using DynamoGen.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Regions.Tests.Values;

/// <summary>Additions that are refused before anything is sent: there is no server.</summary>
public sealed class CounterRefusalTests
{
    [Fact]
    public async Task Nothing_is_taken_away()
    {
        await using var services = Services("eu-west-1");

        var refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await services.GetRequiredService<IPages>().UpsertViews("a", -1));
        Assert.Equal("by", refused.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => services.GetRequiredService<IPages>().UpsertBothAction("a", -1));
    }

    [Fact]
    public async Task A_region_that_is_no_replica_adds_nothing()
    {
        await using var services = Services("sa-east-1");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await services.GetRequiredService<IPages>().UpsertViews("a", 1));
        Assert.Contains("'sa-east-1' writes its part of a value, and is no region of the table", refused.Message, StringComparison.Ordinal);
        Assert.Contains("us-east-1, eu-west-1, ap-southeast-1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repair_that_is_put_aside_is_refused() => Assert.Throws<ArgumentException>(
        () => new ServiceCollection().AddDynamoGen().AddRegionalRepair<Page>(options => options.KeepsFailedRecords = true));

    [Fact]
    public void A_repair_needs_the_table_of_fences() => new ServiceCollection().AddDynamoGen()
        .AddRegionalRepair<Page>(options => Assert.Equal((true, false), (options.NeedsFenceTable, options.UsesFence)));

    private static ServiceProvider Services(string region)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options =>
        {
            options.Region = region;
            options.Credentials = static _ => new BasicAWSCredentials("none", "none");
        }).AddRepository<IPages>();
        return services.BuildServiceProvider();
    }
}
