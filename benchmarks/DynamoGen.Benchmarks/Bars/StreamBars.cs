using System.Buffers;
using DynamoGen.Benchmarks.Streams;
using DynamoGen.Streams.Lambda;

namespace DynamoGen.Benchmarks.Bars;

/// <summary>The bars of streams: from the bytes of an event to a typed handler, beside their deserialisation into dictionaries.</summary>
internal static class StreamBars
{
    private static readonly OrderEvents Events = new();
    private static readonly StreamFunction Function = StreamFunction.Of(Events);
    private static readonly ArrayBufferWriter<byte> Answer = new(64);

    /// <summary>The bar of memory, counted to the byte: the entities' own and 5 percent.</summary>
    public static async Task<IReadOnlyList<Bar>> MemoryAsync()
    {
        var entities = AllocationBars.Allocated(() => Copies.Of(StreamEvents.Orders));
        return
        [
            new("stream event of 100 records to handlers, bytes against the orders'",
                await AllocationBars.AllocatedAsync(HandleAsync) / (double)entities, 1.05, "x"),
        ];
    }

    /// <summary>The bar of time: at least five times as many records a second.</summary>
    public static async Task<IReadOnlyList<Bar>> TimesAsync() =>
    [
        new("stream event of 100 records to handlers, time against System.Text.Json into dictionaries",
            await Turns.RatioAsync(HandleAsync, Deserialise, calls: 20), 0.2, "x"),
    ];

    private static Task HandleAsync()
    {
        Answer.ResetWrittenCount();
        return Function.HandleAsync(StreamEvents.Json, Answer).AsTask();
    }

    private static Task Deserialise() => DictionaryEvent.Read(StreamEvents.Json).Records.Count == StreamEvents.Count
        ? Task.CompletedTask
        : throw new InvalidOperationException("The event has another number of records.");
}
