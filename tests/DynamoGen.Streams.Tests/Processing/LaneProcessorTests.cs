using DynamoGen.Streams.Processing;

namespace DynamoGen.Streams.Tests.Processing;

/// <summary>Lanes under a reader that brings records one by one while others are handled on other threads.</summary>
public sealed class LaneProcessorTests
{
    /// <summary>Only lanes that stand still need as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_record_that_comes_as_the_last_one_ends_is_handled_too(int concurrency)
    {
        var options = new StreamProcessingOptions { Concurrency = concurrency };
        var handler = new ScriptedHandler();
        var handling = new RecordHandling(new Locked(handler), "h", options, TimeProvider.System, giveUp: false);
        await using var lanes = new LaneProcessor(handling, concurrency, maxPending: 4);
        var expected = Enumerable.Range(1, 9_999).Select(number => $"{(char)('a' + (number % 3))}{number}").ToArray();
        var random = new Random(1);
        for (var i = 0; i < expected.Length; i++)
        {
            // The second of two comes about when the run of the first ends, and none comes behind it that would start another.
            Thread.SpinWait(random.Next(400));
            await lanes.TakeAsync([ScriptedHandler.Record(expected[i])], CancellationToken.None).AsTask().WaitAsync(Patience);
            if (i % 2 == 0)
            {
                await lanes.DrainAsync(CancellationToken.None).AsTask().WaitAsync(Patience);
            }
        }

        Assert.Equal(9_999, int.Parse(lanes.Completed!.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(lanes.FirstPending);
        Assert.All("abc", item => Assert.Equal(expected.Where(change => change[0] == item), handler.Handled.Where(change => change[0] == item)));
    }

    /// <summary>The list of what was handled is one for all lanes.</summary>
    private sealed class Locked(ScriptedHandler handler) : IStreamHandler
    {
        public async ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
        {
            await Task.Yield();
            lock (handler)
            {
                handler.Handled.Add(ScriptedHandler.Of(record).ToString());
            }
        }
    }
}
