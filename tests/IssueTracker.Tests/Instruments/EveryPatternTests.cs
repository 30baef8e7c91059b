using DynamoGen;
using DynamoGen.Tests.Instruments;

namespace IssueTracker.Tests.Instruments;

/// <summary>Spans and metrics of every access pattern have the capacity that the server told, and nothing of what is stored.</summary>
public sealed class EveryPatternTests(FilledTracker tracker)
{
    /// <summary>Both transports, and both ways in which a response tells its capacity.</summary>
    [Theory]
    [InlineData(TransportKind.Direct, false)]
    [InlineData(TransportKind.Direct, true)]
    [InlineData(TransportKind.Sdk, false)]
    public async Task Of_the_tracker(TransportKind transport, bool tellsIndexes)
    {
        await using var sample = await TrackerCalls.StartAsync(
            tracker.Endpoint, options => (options.Transport, options.TellIndexCapacity) = (transport, tellsIndexes));
        await EveryPattern.CallAsync(sample, TrackerCalls.Of(sample.Services), typeof(IssueTrackerTable).Assembly);
    }
}
