using System.Text;
using DynamoGen.Streams;

namespace DynamoGen.CommandLine.Tests;

/// <summary>A handler that fails while it is told to, and that prints, as handlers should not.</summary>
internal sealed class ScriptedHandler : IStreamHandler
{
    /// <summary>The items that fail; a test changes it.</summary>
    public HashSet<string> Refused { get; } = [];

    public List<string> Handled { get; } = [];

    public ValueTask HandleAsync(StreamRecord record, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = Encoding.UTF8.GetString(record.Keys.Span);
        if (Refused.Any(item => keys.Contains($"\"{item}\"", StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("secret");
        }

        Handled.Add(record.Change.SequenceNumber.ToString());
        return default;
    }
}
