using System.Buffers;
using DynamoGen.Serialization;
using DynamoGen.Streams.Conflicts;
using DynamoGen.Streams.Dispatch;
using DynamoGen.Streams.Processing;
using DynamoGen.Streams.Sinks;

namespace DynamoGen.Streams.Lambda;

/// <summary>
/// A handler as a function of AWS Lambda: from the bytes of an event to the bytes of the answer, which names the first record that failed. The event source
/// mapping must have <c>ReportBatchItemFailures</c>; without it, Lambda takes a batch with a failed record for a success.
/// </summary>
/// <remarks>
/// <para>
/// The service takes the lowest number of the answer as the checkpoint, and sends everything from there again, also what was handled. Without a fence, the
/// function therefore handles the records one by one, and stops at the first that fails. With a <see cref="StreamProcessingOptions.Fence"/> that
/// all instances share, and a <see cref="StreamProcessingOptions.Concurrency"/>, it handles the changes of several items at once; a record that
/// fails stops those of its item only, and the fence skips what comes again.
/// </para>
/// <para>
/// See <see href="https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html">partial batch responses with DynamoDB</see>.
/// </para>
/// </remarks>
public sealed class StreamFunction
{
    private readonly StreamProcessingOptions _options;
    private readonly RecordHandling _handling;
    private readonly LearnedOrders _orders = new();

    /// <summary>Makes a function of a handler.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="name">The name by which fences and failed records know it.</param>
    /// <param name="options">
    /// How records are handled; null for one by one, without a fence. <see cref="StreamProcessingOptions.MaxAttempts"/> is that within one event; Lambda
    /// sends a failed record again by itself.
    /// </param>
    /// <param name="timeProvider">Paces attempts; null for the system's clock.</param>
    /// <exception cref="ArgumentException">An option is wrong, or records are handled at once without a fence.</exception>
    public StreamFunction(IStreamHandler handler, string name, StreamProcessingOptions? options = null, TimeProvider? timeProvider = null)
        : this(handler, name, options ?? new() { MaxAttempts = 1 }, timeProvider, needsFence: true)
    {
    }

    private StreamFunction(IStreamHandler handler, string name, StreamProcessingOptions options, TimeProvider? timeProvider, bool needsFence)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentException.ThrowIfNullOrEmpty(name);
        options.Validate();
        if (needsFence && options is { Concurrency: > 1, Fence: null })
        {
            throw new ArgumentException(
                "A function that handles several items' changes at once needs a Fence: Lambda sends again what succeeded behind the first failure.",
                nameof(options));
        }

        _options = options;
        _handling = new RecordHandling(handler, name, options, timeProvider ?? TimeProvider.System, giveUp: true);
    }

    /// <summary>Makes a function of a generated handler, with its own name.</summary>
    /// <typeparam name="THandler">The class marked with <see cref="StreamHandlerAttribute{TTable}"/>.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="options">How records are handled; null for one by one, without a fence.</param>
    /// <param name="timeProvider">Paces attempts; null for the system's clock.</param>
    /// <exception cref="ArgumentException">An option is wrong, or records are handled at once without a fence.</exception>
    public static StreamFunction Of<THandler>(THandler handler, StreamProcessingOptions? options = null, TimeProvider? timeProvider = null)
        where THandler : class, IEntityDispatch<THandler> =>
        new(ConflictObserver.Of(handler, THandler.Schema, static () => new ConflictTelemetry()), THandler.Schema.Name, options, timeProvider);

    /// <summary>
    /// Makes a function of a sink, which delivers the changes of several items at once without a fence: delivering one again comes to the same.
    /// </summary>
    /// <param name="sink">The sink.</param>
    /// <param name="name">The name by which fences and failed records know it.</param>
    /// <param name="options">How records are handled; null for full batches, each change tried once for each event.</param>
    /// <param name="timeProvider">Paces attempts and batches; null for the system's clock.</param>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public static StreamFunction Of(IStreamSink sink, string name, StreamProcessingOptions? options = null, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        options ??= new() { MaxAttempts = 1, Concurrency = 2 * sink.MaxBatchRecords };
        return new(new SinkHandler(sink, linger: null, timeProvider), name, options, timeProvider, needsFence: false);
    }

    /// <summary>Handles an event, in the form in which functions of AWS Lambda without a serializer are written.</summary>
    /// <param name="input">The event.</param>
    /// <param name="cancellationToken">Ends the handling; the records that are not handled then fail.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ItemFormatException">It is no event of a change stream; Lambda tries it again as a whole.</exception>
    public async Task<Stream> HandleAsync(Stream input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var received = new MemoryStream();
        await input.CopyToAsync(received, cancellationToken).ConfigureAwait(false);
        var answer = new ArrayBufferWriter<byte>(64);
        await HandleAsync(received.GetBuffer().AsMemory(0, (int)received.Length), answer, cancellationToken).ConfigureAwait(false);
        return new MemoryStream(answer.WrittenSpan.ToArray(), writable: false);
    }

    /// <summary>Handles an event.</summary>
    /// <param name="input">The event in UTF-8; it must not change until this returns.</param>
    /// <param name="answer">Takes the answer.</param>
    /// <param name="cancellationToken">Ends the handling; the records that are not handled then fail.</param>
    /// <exception cref="ItemFormatException">It is no event of a change stream; Lambda tries it again as a whole.</exception>
    public async ValueTask HandleAsync(ReadOnlyMemory<byte> input, IBufferWriter<byte> answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var records = new EventRecords();
        StreamEventReader.Read(input, records, _orders);
        var failed = await HandleAsync(records, cancellationToken).ConfigureAwait(false);
        BatchAnswer.Write(answer, failed, state: default);
    }

    /// <summary>Handles the records of an event.</summary>
    /// <returns>The first record that failed, or that was not reached where the token was cancelled; null where none.</returns>
    internal async ValueTask<SequenceNumber?> HandleAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        if (_options.Concurrency > 1)
        {
            return await HandleInLanesAsync(records, cancellationToken).ConfigureAwait(false);
        }

        _handling.Enter();
        for (var i = 0; i < records.Count; i++)
        {
            try
            {
                if (await _handling.HandleAsync(records[i], cancellationToken).ConfigureAwait(false) is not null)
                {
                    return records[i].Change.SequenceNumber;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return records[i].Change.SequenceNumber;
            }
        }

        return null;
    }

    private async ValueTask<SequenceNumber?> HandleInLanesAsync(IReadOnlyList<StreamRecord> records, CancellationToken cancellationToken)
    {
        var lanes = new LaneProcessor(_handling, _options.Concurrency, maxPending: int.MaxValue);
        try
        {
            await lanes.TakeAsync(records, cancellationToken).ConfigureAwait(false);
            await lanes.DrainAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What is not handled is reported below.
        }

        await lanes.DisposeAsync().ConfigureAwait(false);
        return lanes.FirstPending;
    }
}
