using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Transport;

/// <summary>Requests that are refused keep no pooled array.</summary>
public sealed class RefusedWriteMemoryTests
{
    private const int Writes = 100;

    [Theory]
    [InlineData(400, "ConditionalCheckFailedException", 1)]
    [InlineData(400, "ValidationException", 1)]
    [InlineData(400, "TransactionConflictException", 1)]
    [InlineData(500, "InternalServerError", 2)]
    public async Task A_refused_write_keeps_no_pooled_array(int status, string code, int attempts)
    {
        var refused = CannedResponse.Error(status, code);
        await using var server = new CannedServer([.. Enumerable.Repeat(refused, 2 * Writes * attempts)]);
        using var transport = CannedTransport.Connect(server);
        var context = new RepositoryContext(transport, new DynamoGenTelemetry(), new DynamoGenOptions());
        using var arrays = new OwnArrays();
        for (var write = 0; write < Writes; write++)
        {
            await Assert.ThrowsAnyAsync<Exception>(async () =>
                await context.WriteAsync(BankPatterns.Create, new CreateAccount(new Account("a", 1)), CancellationToken.None));
        }

        // The connection to the server has buffers of its own for as long as it is open.
        Assert.Equal(Writes * attempts, server.Requests.Count);
        Assert.True(arrays.Rented >= Writes, $"{arrays.Rented} rented");
        Assert.InRange(arrays.Kept.Count(), 0, Writes / 10);
    }

    /// <summary>Watches the arrays that the flow of one test rents, whatever other tests do at the same time.</summary>
    private sealed class OwnArrays : EventListener
    {
        private const int RentedEvent = 1;
        private const int ReturnedEvent = 3;

        private static readonly AsyncLocal<OwnArrays?> Watching = new();
        private readonly ConcurrentDictionary<(int Buffer, int Pool), int> _kept = new();
        private int _rented;

        public OwnArrays() => Watching.Value = this;

        public int Rented => _rented;

        /// <summary>The sizes of those that were not given back.</summary>
        public IEnumerable<int> Kept => _kept.Values;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Buffers.ArrayPoolEventSource")
            {
                EnableEvents(eventSource, EventLevel.Verbose);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventId is not (RentedEvent or ReturnedEvent))
            {
                return;
            }

            var array = ((int)eventData.Payload![0]!, (int)eventData.Payload[2]!);
            if (eventData.EventId == ReturnedEvent)
            {
                _kept.TryRemove(array, out _);
            }
            else if (Watching.Value == this)
            {
                _kept[array] = (int)eventData.Payload[1]!;
                Interlocked.Increment(ref _rented);
            }
        }
    }
}
