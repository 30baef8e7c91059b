using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DynamoGen.Serialization;

namespace DynamoGen.Streams.Lambda;

/// <summary>A handler of tumbling windows as a function of AWS Lambda. Records are handled one by one, and a failure stops at the first that fails.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="handler">The handler.</param>
/// <param name="stateType">How the state is written as JSON, from a <see cref="System.Text.Json.Serialization.JsonSerializerContext"/>.</param>
/// <param name="onFailure">Is told of each record that fails, such as to log it, for the answer has no reason; null for nobody.</param>
/// <remarks>
/// Every answer has the state, for one without it counts as a failure. The state that goes with a failed record holds the records before it, which Lambda
/// does not send again. See <see href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html">tumbling windows with DynamoDB</see>.
/// </remarks>
public sealed class StreamWindowFunction<TState>(
    IStreamWindowHandler<TState> handler, JsonTypeInfo<TState> stateType, Action<StreamRecord, Exception>? onFailure = null)
    where TState : class
{
    private readonly LearnedOrders _orders = new();

    /// <summary>Handles an event, in the form in which functions of AWS Lambda without a serializer are written.</summary>
    /// <param name="input">The event.</param>
    /// <param name="cancellationToken">Ends the handling; the records that are not handled then fail.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ItemFormatException">It is no event of a change stream with a window; Lambda tries it again as a whole.</exception>
    public async Task<Stream> HandleAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var received = new MemoryStream();
        await input.CopyToAsync(received, cancellationToken).ConfigureAwait(false);
        var answer = new ArrayBufferWriter<byte>(256);
        await HandleAsync(received.GetBuffer().AsMemory(0, (int)received.Length), answer, cancellationToken).ConfigureAwait(false);
        return new MemoryStream(answer.WrittenSpan.ToArray(), writable: false);
    }

    /// <summary>Handles an event.</summary>
    /// <param name="input">The event in UTF-8; it must not change until this returns.</param>
    /// <param name="answer">Takes the answer.</param>
    /// <param name="cancellationToken">Ends the handling; the records that are not handled then fail.</param>
    /// <exception cref="ItemFormatException">It is no event of a change stream with a window; Lambda tries it again as a whole.</exception>
    public async ValueTask HandleAsync(ReadOnlyMemory<byte> input, IBufferWriter<byte> answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var records = new EventRecords();
        var window = StreamEventReader.Read(input, records, _orders)
            ?? throw new ItemFormatException(null, null, "an event of a tumbling window", "one without a window");
        var state = ReadState(window.State.Span);
        SequenceNumber? failed = null;
        for (var i = 0; i < records.Count && failed is null; i++)
        {
            try
            {
                state = await handler.AddAsync(state, records[i], cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                onFailure?.Invoke(records[i], failure);
                failed = records[i].Change.SequenceNumber;
            }
        }

        if (failed is null && window.IsFinal)
        {
            await handler.CompleteAsync(state, window, cancellationToken).ConfigureAwait(false);
        }

        BatchAnswer.Write(answer, failed, state is null ? "{}"u8 : JsonSerializer.SerializeToUtf8Bytes(state, stateType));
    }

    /// <summary>Before the first answer, the state is an empty object.</summary>
    private TState? ReadState(ReadOnlySpan<byte> json)
    {
        var isNone = json.IsEmpty || json.SequenceEqual("null"u8) || (json[0] == (byte)'{' && json[1..].Trim(" \r\n\t"u8).SequenceEqual("}"u8));
        return isNone ? null : JsonSerializer.Deserialize(json, stateType);
    }
}
