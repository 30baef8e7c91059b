namespace DynamoGen.Streams;

/// <summary>
/// Handles the changes of a table, one at a time. The generator implements it for each class marked with <see cref="StreamHandlerAttribute{TTable}"/>;
/// a class that wants the records as they are can implement it itself.
/// </summary>
public interface IStreamHandler
{
    /// <summary>Handles one change. A change can come more than once; changes of one item come in their order.</summary>
    /// <param name="record">The change.</param>
    /// <param name="cancellationToken">Ends the handling, such as where the process shuts down.</param>
    /// <exception cref="ItemFormatException">An image is not what its entity says; nothing was handled.</exception>
    ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken);
}
