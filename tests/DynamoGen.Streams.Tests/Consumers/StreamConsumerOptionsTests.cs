using DynamoGen.Streams.Consumers;

namespace DynamoGen.Streams.Tests.Consumers;

public sealed class StreamConsumerOptionsTests
{
    public static TheoryData<string, Action<StreamConsumerOptions>> Wrong => new()
    {
        { nameof(StreamConsumerOptions.WorkerId), options => options.WorkerId = " " },
        { nameof(StreamConsumerOptions.MaxLeases), options => options.MaxLeases = 0 },
        { nameof(StreamConsumerOptions.PageSize), options => options.PageSize = 1001 },
        { nameof(StreamConsumerOptions.ReadInterval), options => options.ReadInterval = TimeSpan.Zero },
        { nameof(StreamConsumerOptions.MaxIdleDelay), options => options.MaxIdleDelay = TimeSpan.FromMilliseconds(1) },
        { nameof(StreamConsumerOptions.IteratorAge), options => options.IteratorAge = TimeSpan.FromMinutes(15) },
        { nameof(StreamConsumerOptions.StopAfter), options => options.HeartbeatInterval = TimeSpan.FromSeconds(6) },
        { nameof(StreamConsumerOptions.TakeOverAfter), options => options.StopAfter = TimeSpan.FromSeconds(9) },
        { nameof(StreamConsumerOptions.Start), options => options.Start = (StreamStart)7 },
    };

    [Fact]
    public void What_is_there_by_default_fits() => new StreamConsumerOptions().Validate();

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_does_not_fit_is_refused(string name, Action<StreamConsumerOptions> change)
    {
        var options = new StreamConsumerOptions();
        change(options);

        Assert.Equal(name, Assert.Throws<ArgumentException>(options.Validate).ParamName);
    }
}
