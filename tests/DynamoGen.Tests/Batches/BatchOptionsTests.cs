using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DynamoGen.Tests.Batches;

public sealed class BatchOptionsTests
{
    [Fact]
    public void The_defaults_are_valid()
    {
        var batches = Validated(static _ => { }).Batches;

        Assert.Equal((10, 50, 20_000), (batches.MaxAttempts, batches.BaseDelay.TotalMilliseconds, batches.MaxDelay.TotalMilliseconds));
    }

    [Fact]
    public void Impossible_options_are_refused_by_name()
    {
        Assert.Contains("Batches.MaxAttempts is 0", Refused(static batches => batches.MaxAttempts = 0));
        Assert.Contains("Batches.BaseDelay is negative", Refused(static batches => batches.BaseDelay = TimeSpan.FromTicks(-1)));
        Assert.Contains("Batches.MaxDelay is negative or longer than 1 day", Refused(static batches => batches.MaxDelay = TimeSpan.FromTicks(-1)));
        Assert.Contains("Batches.MaxDelay is negative or longer than 1 day", Refused(static batches => batches.MaxDelay = TimeSpan.FromDays(2)));
    }

    [Fact]
    public void Delays_are_bounded_by_a_doubling_and_by_the_longest()
    {
        var options = new BatchOptions { BaseDelay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(100) };

        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(options.Delay(0).TotalMilliseconds, 0, 10));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(options.Delay(2).TotalMilliseconds, 0, 40));
        Assert.All(Enumerable.Range(0, 100), _ => Assert.InRange(options.Delay(5000).TotalMilliseconds, 0, 100));
        Assert.Contains(Enumerable.Range(0, 1000), _ => options.Delay(3) > TimeSpan.FromMilliseconds(40));
    }

    private static string Refused(Action<BatchOptions> configure) =>
        Assert.Throws<OptionsValidationException>(() => Validated(configure)).Message;

    private static DynamoGenOptions Validated(Action<BatchOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(options => configure(options.Batches));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<DynamoGenOptions>();
    }
}
